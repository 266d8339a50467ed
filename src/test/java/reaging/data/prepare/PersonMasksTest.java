package reaging.data.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.types.TFloat32;
import reaging.data.Masks;
import reaging.data.folders.DataFormat;
import reaging.data.folders.FfhqAgingMiniature;
import reaging.data.folders.Listing;
import reaging.data.folders.MaskOrigin;
import reaging.data.folders.Pruning;

/** Prepared folders whose masks are made; what is red counts as a person. */
class PersonMasksTest {
    private static final int SIZE = 16;

    private static final MaskMaker RED = new MaskMaker("red@1", PersonMasksTest::red);

    @TempDir
    private Path folder;

    @BeforeEach
    void facesWithoutMasks() throws IOException {
        draw("photos/24_face.png", 8, 4, 24, 32);
        draw("photos/60_nobody.png", 0, 0, 0, 0);
        draw("photos/7_corner.png", 0, 0, 8, 8);
    }

    /** A blue image, 44 x 40, with a red rectangle; its middle square begins 2 pixels further right. */
    private void draw(String name, int x, int y, int width, int height) throws IOException {
        var image = new BufferedImage(44, 40, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, 44, 40);
        graphics.setColor(Color.RED);
        graphics.fillRect(x + 2, y, width, height);
        graphics.dispose();
        FfhqAgingMiniature.write(image, folder.resolve(name));
    }

    /** How red each pixel is; 20 rows of 20, half the size of the image. */
    private static float[][] red(TFloat32 image) {
        assertArrayEquals(new long[] {1, 40, 40, 3}, image.shape().asArray());
        var rows = new float[20][20];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                rows[i][j] = (image.getFloat(0, 2L * i, 2L * j, 0) + 1) / 2;
            }
        }
        return rows;
    }

    private Listing source(MaskOrigin masks) {
        return DataFormat.AUTO.list(folder.resolve("photos"), Pruning.CONFIDENCE, masks);
    }

    private PreparedFolder.Outcome prepare(String name) {
        return PreparedFolder.write(source(MaskOrigin.PERSON), folder.resolve(name), SIZE, RED, done -> {});
    }

    private BufferedImage mask(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    /** The share of an area that is face; all of it must be 0 or 255. */
    private static double face(BufferedImage mask, int x, int y, int width, int height) {
        int white = 0;
        for (int level : mask.getRaster().getSamples(x, y, width, height, 0, (int[]) null)) {
            assertTrue(level == 0 || level == 255, "a level of " + level);
            white += level / 255;
        }
        return (double) white / (width * height);
    }

    @Test
    void maskIsWhereThePersonIs() throws IOException {
        prepare("out");
        var mask = mask("out/masks/24_0000000.png");
        assertEquals(SIZE, mask.getWidth());
        // The rectangle from (8, 4) to (32, 36) of 40 x 40, at 16 x 16; what lies on its edge is left open.
        assertEquals(1, face(mask, 4, 2, 8, 12));
        assertEquals(0, face(mask, 0, 0, 3, 16));
        assertEquals(0, face(mask, 13, 0, 3, 16));
        assertEquals(0, face(mask, 0, 0, 16, 1));
    }

    @Test
    void wholeImageIsFaceWhereNobodyIsInTheMiddle() throws IOException {
        var outcome = prepare("out");
        assertEquals(List.of("60_nobody.png", "7_corner.png"), outcome.whole());
        assertEquals(List.of(), outcome.leftOut());
        assertEquals(1, face(mask("out/masks/60_0000001.png"), 0, 0, SIZE, SIZE));
        assertEquals(1, face(mask("out/masks/7_0000002.png"), 0, 0, SIZE, SIZE));
        var read = DataFormat.AUTO.list(folder.resolve("out"), Pruning.CONFIDENCE);
        assertEquals(
                List.of("60_nobody.png", "7_corner.png"),
                DataCheck.run(read, done -> {}).masks().whole());
    }

    @Test
    void labelsAndImagesAreThoseOfAFolderWithoutMasks() throws IOException {
        PreparedFolder.write(source(MaskOrigin.GIVEN), folder.resolve("plain"), SIZE, done -> {});
        prepare("out");
        for (String name : List.of("labels.csv", "images/24_0000000.png", "images/60_0000001.png")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("plain").resolve(name)),
                    Files.readAllBytes(folder.resolve("out").resolve(name)));
        }
        assertEquals(
                Masks.GREY,
                DataFormat.AUTO.list(folder.resolve("out"), Pruning.CONFIDENCE).masks());
    }

    @Test
    void interruptedAndRepeatedItEndsWithTheSameAndTellsTheSame() throws IOException {
        var whole = prepare("whole");
        assertThrows(
                UnsupportedOperationException.class,
                () -> PreparedFolder.write(source(MaskOrigin.PERSON), folder.resolve("out"), SIZE, RED, done -> {
                    throw new UnsupportedOperationException("the power went off");
                }));
        assertTrue(Files.exists(folder.resolve("out/masks")));
        assertEquals(whole, prepare("out"));
        try (var files = Files.walk(folder.resolve("whole"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertEquals(
                        -1,
                        Files.mismatch(
                                file,
                                folder.resolve("out")
                                        .resolve(folder.resolve("whole").relativize(file))));
            }
        }
    }

    @Test
    void folderOfOtherMasksIsNotGoneOnWith() throws IOException {
        prepare("out");
        assertTrue(Files.readString(folder.resolve("out/prepared.json")).contains("\"masksMadeBy\": \"red@1\""));
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> PreparedFolder.write(source(MaskOrigin.GIVEN), folder.resolve("out"), SIZE, done -> {}));
        assertTrue(error.getMessage().contains("origin of masks"), error.getMessage());
        var other = new MaskMaker("red@2", PersonMasksTest::red);
        assertThrows(
                IllegalArgumentException.class,
                () -> PreparedFolder.write(source(MaskOrigin.PERSON), folder.resolve("out"), SIZE, other, done -> {}));
    }

    @Test
    void masksThatAreGivenStayAndOnlyTheOthersAreMade() throws IOException {
        for (String name : List.of("24_face.png", "60_nobody.png", "7_corner.png")) {
            Files.createDirectories(folder.resolve("photos/images"));
            Files.move(
                    folder.resolve("photos").resolve(name),
                    folder.resolve("photos/images").resolve(name));
        }
        var given = new BufferedImage(44, 40, BufferedImage.TYPE_BYTE_GRAY);
        given.getRaster()
                .setSamples(
                        2,
                        0,
                        20,
                        40,
                        0,
                        IntStream.generate(() -> 255).limit(800).toArray());
        for (String name : List.of("24_face.png", "7_corner.png")) {
            FfhqAgingMiniature.write(given, folder.resolve("photos/masks").resolve(name));
        }
        assertEquals(2, source(MaskOrigin.GIVEN).faces().size());
        assertEquals(List.of("60_nobody.png"), prepare("out").whole());
        for (String name : List.of("24_0000000.png", "7_0000002.png")) {
            var mask = mask("out/masks/" + name);
            assertEquals(1, face(mask, 0, 0, 8, 16));
            assertEquals(0, face(mask, 8, 0, 8, 16));
        }
    }
}
