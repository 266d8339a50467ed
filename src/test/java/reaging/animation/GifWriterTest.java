package reaging.animation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import reaging.pictures.writing.SyntheticMark;

class GifWriterTest {
    private static final SyntheticMark MARK = new SyntheticMark("Synthetic: a square.");

    /** A red square on blue, further to the right from frame to frame. */
    private static BufferedImage frame(int number) {
        var frame = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var graphics = frame.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, 40, 30);
        graphics.setColor(Color.RED);
        graphics.fillRect(5 + 3 * number, 10, 8, 8);
        graphics.dispose();
        return frame;
    }

    private static byte[] gif(double framesPerSecond, int... numbers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gif = new GifWriter(bytes, framesPerSecond, MARK)) {
            for (int number : numbers) {
                gif.write(frame(number));
            }
        }
        return bytes.toByteArray();
    }

    private static ImageReader reader(byte[] gif) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        return reader;
    }

    private static String said(ImageReader reader, int picture, String element, String attribute) throws IOException {
        var root = (IIOMetadataNode) reader.getImageMetadata(picture).getAsTree("javax_imageio_gif_image_1.0");
        return ((Element) root.getElementsByTagName(element).item(0)).getAttribute(attribute);
    }

    @Test
    void picturesLaidOverEachOtherAreTheFrames() throws IOException {
        var reader = reader(gif(10, 0, 1, 2));
        var canvas = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        assertEquals(3, reader.getNumImages(true));
        for (int i = 0; i < 3; i++) {
            int left = Integer.parseInt(said(reader, i, "ImageDescriptor", "imageLeftPosition"));
            int top = Integer.parseInt(said(reader, i, "ImageDescriptor", "imageTopPosition"));
            canvas.createGraphics().drawImage(reader.read(i), left, top, null);
            for (int y = 0; y < 30; y++) {
                for (int x = 0; x < 40; x++) {
                    assertEquals(frame(i).getRGB(x, y), canvas.getRGB(x, y), "frame " + i + " at " + x + "," + y);
                }
            }
        }
    }

    @Test
    void onlyWhatHasChangedIsWritten() throws IOException {
        var reader = reader(gif(10, 0, 1));
        assertEquals(40, reader.getWidth(0));
        assertEquals(11, reader.getWidth(1)); // the square's eight columns and three more
        assertEquals(8, reader.getHeight(1));
    }

    @Test
    void aFrameWithoutAChangeIsAPixel() throws IOException {
        assertEquals(1, reader(gif(10, 0, 0)).getWidth(1));
    }

    @Test
    void theTimesAddUp() throws IOException {
        var reader = reader(gif(12, IntStream.range(0, 12).toArray()));
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += Integer.parseInt(said(reader, i, "GraphicControlExtension", "delayTime"));
        }
        assertEquals(100, sum);
    }

    @Test
    void itRepeatsAndSaysThatItIsSynthetic() throws IOException {
        var gif = new String(gif(10, 0, 1), StandardCharsets.ISO_8859_1);
        assertTrue(gif.contains("NETSCAPE2.0\3\1\0\0"), "repeats");
        assertTrue(gif.contains(MARK.words()));
    }

    @Test
    void framesOfAnotherSizeAreRefused() throws IOException {
        try (var gif = new GifWriter(new ByteArrayOutputStream(), 10, MARK)) {
            gif.write(frame(0));
            var other = new BufferedImage(39, 30, BufferedImage.TYPE_INT_RGB);
            var refused = assertThrows(IllegalArgumentException.class, () -> gif.write(other));
            assertTrue(refused.getMessage().contains("39 x 30"), refused.getMessage());
        }
    }

    @Test
    void aRateThatViewersDoNotKeepIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new GifWriter(new ByteArrayOutputStream(), 51, MARK).close());
        assertThrows(IllegalArgumentException.class, () -> new GifWriter(new ByteArrayOutputStream(), 0, MARK).close());
    }
}
