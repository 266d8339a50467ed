package reaging.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A picture of 48 x 32 pixels: red, green, blue and white rectangles, from left to right and then below. */
final class FourColours {
    static final Path FOLDER = Path.of("src/test/resources/reaging/pictures");
    static final int WIDTH = 48;
    static final int HEIGHT = 32;

    private static final int[] COLOURS = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff};
    private static final int TOLERANCE = 8; // what JPEG and colours in tables of 8 bits may lose

    private FourColours() {}

    /** Files of many kinds that all show it; the script beside them made them. */
    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage picture() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, COLOURS[2 * (2 * y / HEIGHT) + 2 * x / WIDTH]);
            }
        }
        return picture;
    }

    static byte[] encoded(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            assertTrue(ImageIO.write(picture, format, bytes), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Holds a picture to the four colours in an order, given as their numbers 0 to 3. */
    static void assertShown(int[] order, BufferedImage picture) {
        for (int i = 0; i < order.length; i++) {
            int x = picture.getWidth() * (1 + 2 * (i % 2)) / 4;
            int y = picture.getHeight() * (1 + 2 * (i / 2)) / 4;
            assertClose(COLOURS[order[i]], picture.getRGB(x, y));
        }
    }

    static void assertClose(int expected, int actual) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertEquals(
                    expected >> shift & 0xff,
                    actual >> shift & 0xff,
                    TOLERANCE,
                    () -> String.format("%06x instead of %06x", actual & 0xffffff, expected));
        }
    }
}
