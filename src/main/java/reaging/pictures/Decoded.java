package reaging.pictures;

import java.awt.image.BufferedImage;

/**
 * A picture as stored in its file.
 *
 * @param image pixels in the file's own colours; the colour space is the file's profile, if any
 * @param orientation how to rotate it upright
 */
public record Decoded(BufferedImage image, Orientation orientation) {}
