package reaging.pictures;

import java.awt.image.BufferedImage;

/**
 * The canvas of an animation and the position of its first picture; the rest is transparent.
 *
 * @param width width of the canvas in pixels
 * @param height height of the canvas in pixels
 * @param left number of pixels to the left of the picture
 * @param top number of pixels above the picture
 */
record Canvas(int width, int height, int left, int top) {
    /** Draws a picture on the canvas. */
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
