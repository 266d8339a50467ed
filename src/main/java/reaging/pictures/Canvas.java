package reaging.pictures;

import java.awt.image.BufferedImage;

/**
 * Where the first picture of an animation lies on what a viewer shows; the rest is transparent.
 *
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 * @param left pixels beside the picture
 * @param top pixels above the picture
 */
record Canvas(int width, int height, int left, int top) {
    /** The whole with this picture on it. */
    BufferedImage with(BufferedImage picture) {
        if (picture.getWidth() == width && picture.getHeight() == height) {
            return picture;
        }
        var whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            whole.setRGB(left, top + y, row.length, 1, row, 0, row.length);
        }
        return whole;
    }
}
