package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.synthetic.SyntheticFaces;

/** The library on a drawn person, without any network installed. */
class PhotoReAgerTest {
    @TempDir
    private static Path folder;

    private static PhotoReAger photos;
    private static Path photo;

    @BeforeAll
    static void open() throws IOException {
        photos = PhotoReAger.open(
                Path.of("savedmodels/synthetic-tiny"), OptionalInt.empty(), folder.resolve("no networks"));
        photo = folder.resolve("photo.png");
        ImageIO.write(new SyntheticFaces(2, 9, 256).draw(0, 30).image(), "png", photo.toFile());
    }

    @AfterAll
    static void close() {
        photos.close();
    }

    @Test
    void aFileGoesInAndAMarkedOneComesOut() throws IOException {
        for (var name : new String[] {"old.png", "old.jpg"}) {
            var out = folder.resolve("new folder").resolve(name);
            assertEquals(1, photos.reAge(photo, 70, out).usable().size());
            assertEquals(256, ImageIO.read(out.toFile()).getWidth());
            assertTrue(
                    Files.readString(out, StandardCharsets.ISO_8859_1).contains("Synthetic: faces made by a network"));
        }
    }

    @Test
    void theFileShowsWhatThePictureShows() throws IOException {
        var out = folder.resolve("equal.png");
        photos.reAge(photo, 70, out);
        assertArrayEquals(pixels(photos.reAge(ImageIO.read(photo.toFile()), 70)), pixels(ImageIO.read(out.toFile())));
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @Test
    void manyThreadsGetWhatOneGets() throws IOException {
        var picture = ImageIO.read(photo.toFile());
        int[] alone = pixels(photos.reAge(picture, 60));
        IntStream.range(0, 8).parallel().forEach(i -> assertArrayEquals(alone, pixels(photos.reAge(picture, 60))));
    }

    @Test
    void withoutAFaceNothingIsWritten() throws IOException {
        var wall = folder.resolve("wall.png");
        ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "png", wall.toFile());
        refused("shows none", wall, folder.resolve("none.png"));
        assertFalse(Files.exists(folder.resolve("none.png")));
    }

    @Test
    void thePhotoItselfAndFormatsWithoutAWriterAreNoResult() {
        refused("must not overwrite its photo", photo, folder.resolve("./photo.png"));
        refused("ends in .jpg or .png", photo, folder.resolve("old.webp"));
    }

    private static void refused(String reason, Path in, Path out) {
        var refused = assertThrows(IllegalArgumentException.class, () -> photos.reAge(in, 70, out));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
