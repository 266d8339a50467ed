package reaging.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.tensorflow.ndarray.FloatNdArray;
import reaging.files.WholeFile;

/** Converts between tensors in [-1, 1], pictures and PNG files. */
public final class Pictures {
    private Pictures() {}

    /** Copies a picture to type {@link BufferedImage#TYPE_INT_RGB}. */
    public static BufferedImage copy(BufferedImage picture) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = copy.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    /**
     * Converts a tensor to a picture.
     *
     * @param pixels [H, W, 3] in [-1, 1]; values outside are clipped
     */
    public static BufferedImage of(FloatNdArray pixels) {
        int height = (int) pixels.shape().get(0);
        int width = (int) pixels.shape().get(1);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = level(pixels.getFloat(y, x, 0));
                int green = level(pixels.getFloat(y, x, 1));
                int blue = level(pixels.getFloat(y, x, 2));
                picture.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return picture;
    }

    private static int level(float value) {
        return Math.round(Math.min(1, Math.max(-1, value)) * 127.5f + 127.5f);
    }

    /** Converts a picture to numbers in [-1, 1], [H][W][3]. */
    public static float[][][] pixels(BufferedImage picture) {
        var pixels = new float[picture.getHeight()][picture.getWidth()][3];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    pixels[y][x][channel] = (rgb >> (16 - 8 * channel) & 0xff) / 127.5f - 1;
                }
            }
        }
        return pixels;
    }

    /** Converts a mask to numbers in [0, 1], 1 for white, [H][W][1]. */
    public static float[][][] weights(BufferedImage mask) {
        var weights = new float[mask.getHeight()][mask.getWidth()][1];
        for (int y = 0; y < mask.getHeight(); y++) {
            for (int x = 0; x < mask.getWidth(); x++) {
                weights[y][x][0] = (mask.getRGB(x, y) & 0xff) / 255f;
            }
        }
        return weights;
    }

    /** Magnifies a picture by repeating every pixel {@code factor} times in both directions. */
    public static BufferedImage magnified(BufferedImage picture, int factor) {
        int width = picture.getWidth() * factor;
        int height = picture.getHeight() * factor;
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    /**
     * Draws rows of pictures of the same size as one picture, with a title above each column.
     *
     * @param titles titles of the columns
     */
    public static BufferedImage grid(List<String> titles, List<List<BufferedImage>> rows) {
        int side = rows.get(0).get(0).getWidth();
        int header = 16;
        var grid = new BufferedImage(titles.size() * side, header + rows.size() * side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = grid.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, grid.getWidth(), header);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int column = 0; column < titles.size(); column++) {
            graphics.drawString(titles.get(column), column * side + 4, header - 4);
            for (int row = 0; row < rows.size(); row++) {
                graphics.drawImage(rows.get(row).get(column), column * side, header + row * side, null);
            }
        }
        graphics.dispose();
        return grid;
    }

    /** Writes a PNG file; an existing one is replaced once the new one is complete. */
    public static void write(BufferedImage picture, Path file) {
        WholeFile.write(file, png(picture));
    }

    /** Encodes a picture as a PNG file. */
    public static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
