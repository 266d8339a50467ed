package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reaging.data.synthetic.SyntheticFaces;

/** Drawn faces in the model that knows them. */
class EncodedFaceTest {
    private static PhotoReAger reAger;

    @BeforeAll
    static void open() {
        reAger = PhotoReAger.open(
                Path.of("savedmodels/synthetic-tiny"), OptionalInt.empty(), Path.of("target/no-networks"));
    }

    @AfterAll
    static void close() {
        reAger.close();
    }

    private static EncodedFace face(int number, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int side = Math.min(width, height);
        var graphics = picture.createGraphics();
        graphics.drawImage(
                new SyntheticFaces(9, 9, side).draw(number).image(), (width - side) / 2, (height - side) / 2, null);
        graphics.dispose();
        var photo = Photo.of(picture);
        return reAger.encode(photo, reAger.ofCrop(photo).faces().get(0));
    }

    @Test
    void facesThatGoThroughTheModelTogetherAreWhatTheyAreAlone() {
        var faces = List.of(face(1, 128, 128), face(2, 128, 128), face(1, 128, 128));
        var ages = new double[] {5, 40, 80};
        var together = EncodedFace.at(faces, ages);
        for (int i = 0; i < ages.length; i++) {
            assertAlike(faces.get(i).at(ages[i]).crop(), together.get(i).crop());
        }
    }

    private static void assertAlike(BufferedImage expected, BufferedImage actual) {
        for (int i = 0; i < expected.getWidth() * expected.getHeight(); i++) {
            int one = expected.getRGB(i % expected.getWidth(), i / expected.getWidth());
            int other = actual.getRGB(i % expected.getWidth(), i / expected.getWidth());
            for (int shift = 0; shift < 24; shift += 8) {
                assertTrue(Math.abs((one >> shift & 255) - (other >> shift & 255)) <= 1, "pixel " + i);
            }
        }
    }

    @Test
    void theFaceOfACropIsItsMiddleSquare() {
        var region = face(3, 300, 200).region();
        assertEquals(150, region.middle().x(), 1e-6);
        assertEquals(100, region.middle().y(), 1e-6);
        assertEquals(200, region.side(), 1e-6);
        assertEquals(0, region.angle(), 1e-9);
    }

    @Test
    void theStyleDependsOnTheAge() {
        var face = face(3, 128, 128);
        float[] young = face.style(10).orElseThrow();
        float[] old = face.style(80).orElseThrow();
        assertEquals(64, young.length);
        assertTrue(Arrays.mismatch(young, old) >= 0);
    }
}
