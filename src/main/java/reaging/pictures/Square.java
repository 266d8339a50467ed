package reaging.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Crops the central square of a picture and resizes it, the only way in which photos become inputs of networks. */
public final class Square {
    private static final int CHANNELS = 3;

    private Square() {}

    /**
     * Returns the central square, resized by area averaging when shrinking and bilinearly when growing.
     *
     * @param size side S of the result in pixels
     * @return [S, S, 3] in 0..255, not rounded
     */
    public static float[] levels(BufferedImage picture, int size) {
        var raster = rgb(picture).getRaster();
        int side = side(picture);
        int left = (picture.getWidth() - side) / 2;
        int top = (picture.getHeight() - side) / 2;
        int[] pixels = new int[side];
        var axis = new ResizedAxis(side, size);
        return Resized.of(axis, CHANNELS * size, (y, row) -> {
            raster.getDataElements(left, top + y, side, 1, pixels);
            axis.narrow(pixels, row);
        });
    }

    /**
     * Returns the input of networks for a photo: the central square as in {@link #levels}, scaled.
     *
     * @return [S, S, 3] in [-1, 1]
     */
    public static float[] signed(BufferedImage picture, int size) {
        float[] values = levels(picture, size);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * (2 / 255f) - 1;
        }
        return values;
    }

    /**
     * Converts the numbers of a square to nested arrays.
     *
     * @param values [S, S, channels]
     * @param size side S in pixels
     * @return [S][S][channels]
     */
    public static float[][][] rows(float[] values, int size) {
        int channels = values.length / (size * size);
        var rows = new float[size][size][channels];
        for (int i = 0; i < size * size; i++) {
            System.arraycopy(values, i * channels, rows[i / size][i % size], 0, channels);
        }
        return rows;
    }

    /** Returns the central square as a picture, rounded to 256 levels. */
    public static BufferedImage picture(BufferedImage picture, int size) {
        float[] levels = levels(picture, size);
        var square = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < size * size; i++) {
            int red = Math.round(levels[3 * i]);
            int green = Math.round(levels[3 * i + 1]);
            int blue = Math.round(levels[3 * i + 2]);
            square.setRGB(i % size, i / size, red << 16 | green << 8 | blue);
        }
        return square;
    }

    /**
     * Returns the central square of a mask by nearest-neighbour sampling, which preserves its values.
     *
     * @return [S, S] in 0..255; the brightness of coloured pixels
     */
    public static int[] nearest(BufferedImage mask, int size) {
        var shown = rgb(mask);
        int side = side(mask);
        int left = (mask.getWidth() - side) / 2;
        int top = (mask.getHeight() - side) / 2;
        int[] values = new int[size * size];
        for (int i = 0; i < values.length; i++) {
            int x = left + nearest(i % size, side, size);
            int y = top + nearest(i / size, side, size);
            values[i] = Grey.level(shown.getRGB(x, y));
        }
        return values;
    }

    /** Returns the original pixel under the centre of a pixel of the result. */
    private static int nearest(int i, int side, int size) {
        return (int) Math.min(side - 1, (2L * i + 1) * side / (2L * size));
    }

    /** Returns a picture of a {@link PictureReader} unchanged, and any other one as a viewer shows it. */
    private static BufferedImage rgb(BufferedImage picture) {
        return picture.getType() == BufferedImage.TYPE_INT_RGB ? picture : ViewerColours.of(picture, Color.WHITE);
    }

    private static int side(BufferedImage picture) {
        return Math.min(picture.getWidth(), picture.getHeight());
    }
}
