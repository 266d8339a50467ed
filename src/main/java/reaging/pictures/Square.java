package reaging.pictures;

import java.awt.image.BufferedImage;

/** The middle square of a picture at another size: the one way in which photos become inputs of networks. */
public final class Square {
    private static final int CHANNELS = 3;

    private Square() {}

    /**
     * The middle square, averaged by area where it shrinks and bilinear where it grows.
     *
     * @param size side S wanted, in pixels
     * @return [S, S, 3] in 0..255, not rounded
     */
    public static float[] levels(BufferedImage picture, int size) {
        int side = side(picture);
        int left = (picture.getWidth() - side) / 2;
        int top = (picture.getHeight() - side) / 2;
        int[] pixels = new int[side];
        return Resized.of(side, size, CHANNELS, (y, row) -> {
            picture.getRaster().getDataElements(left, top + y, side, 1, pixels);
            for (int x = 0; x < side; x++) {
                row[3 * x] = pixels[x] >> 16 & 0xff;
                row[3 * x + 1] = pixels[x] >> 8 & 0xff;
                row[3 * x + 2] = pixels[x] & 0xff;
            }
        });
    }

    /**
     * What networks see of a photo.
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

    /** The middle square as a picture, rounded to 256 levels. */
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
     * The middle square of a mask by its nearest pixels, which keeps its values.
     *
     * @return [S, S] in 0..255, the brightness where it has colours
     */
    public static int[] nearest(BufferedImage mask, int size) {
        int side = side(mask);
        int left = (mask.getWidth() - side) / 2;
        int top = (mask.getHeight() - side) / 2;
        int[] values = new int[size * size];
        for (int i = 0; i < values.length; i++) {
            int x = left + nearest(i % size, side, size);
            int y = top + nearest(i / size, side, size);
            values[i] = Grey.level(mask.getRGB(x, y));
        }
        return values;
    }

    /** The pixel that lies under the centre of a pixel of the result. */
    private static int nearest(int i, int side, int size) {
        return (int) Math.min(side - 1, (2L * i + 1) * side / (2L * size));
    }

    private static int side(BufferedImage picture) {
        return Math.min(picture.getWidth(), picture.getHeight());
    }
}
