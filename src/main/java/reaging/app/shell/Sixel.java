package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.BitSet;

/**
 * Encodes pictures as sixels: bands of six rows, one colour after the other, each character standing for a column of six
 * pixels. Java2D's palette of 6 x 6 x 6 colours and greys, dithered, suits the 256 registers of such terminals.
 */
final class Sixel {
    private static final int BAND = 6;

    private Sixel() {}

    static String text(BufferedImage image) {
        var indexed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED);
        var graphics = indexed.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        var text = new StringBuilder("\u001bPq\"1;1;" + image.getWidth() + ";" + image.getHeight());
        palette(text, (IndexColorModel) indexed.getColorModel());
        for (int y = 0; y < image.getHeight(); y += BAND) {
            band(text, indexed, y);
        }
        return text.append("\u001b\\\n").toString();
    }

    /** Writes the palette, with colours in percent. */
    private static void palette(StringBuilder text, IndexColorModel colours) {
        for (int i = 0; i < colours.getMapSize(); i++) {
            text.append('#').append(i).append(";2;").append(percent(colours.getRed(i)));
            text.append(';').append(percent(colours.getGreen(i)));
            text.append(';').append(percent(colours.getBlue(i)));
        }
    }

    private static int percent(int level) {
        return Math.round(level / 2.55f);
    }

    private static void band(StringBuilder text, BufferedImage indexed, int top) {
        int height = Math.min(BAND, indexed.getHeight() - top);
        int[] pixels = indexed.getRaster().getSamples(0, top, indexed.getWidth(), height, 0, (int[]) null);
        var colours = new BitSet();
        for (int pixel : pixels) {
            colours.set(pixel);
        }
        colours.stream().forEach(colour -> {
            text.append('#').append(colour);
            line(text, pixels, indexed.getWidth(), colour);
            text.append('$'); // back to the left edge
        });
        text.append('-'); // next band
    }

    /** Writes one colour of a band, with run-length encoding. */
    private static void line(StringBuilder text, int[] pixels, int width, int colour) {
        int run = 0;
        char previous = 0;
        for (int x = 0; x <= width; x++) {
            char current = x == width ? 0 : sixel(pixels, width, x, colour);
            if (current != previous && run > 0) {
                text.append(
                        run > 3
                                ? "!" + run + previous
                                : String.valueOf(previous).repeat(run));
                run = 0;
            }
            previous = current;
            run++;
        }
    }

    private static char sixel(int[] pixels, int width, int x, int colour) {
        int bits = 0;
        for (int row = 0; row * width < pixels.length; row++) {
            bits |= pixels[row * width + x] == colour ? 1 << row : 0;
        }
        return (char) ('?' + bits);
    }
}
