package reaging.pictures;

import java.awt.image.BufferedImage;

/**
 * A picture as its file stores it.
 *
 * @param image in the file's own colours: its colour space is the file's profile, if there is one
 * @param orientation how to turn it upright
 */
public record Decoded(BufferedImage image, Orientation orientation) {}
