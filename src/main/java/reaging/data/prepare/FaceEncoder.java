package reaging.data.prepare;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import reaging.data.Masks;
import reaging.pictures.Pictures;
import reaging.pictures.Square;

/**
 * Makes PNG files of one size from faces; it may be used from any thread.
 *
 * @param masks content of the mask files
 * @param size side S of the resulting images in pixels
 */
record FaceEncoder(Masks masks, int size) {
    /** A mask as a PNG file, and whether it is empty. */
    record Mask(byte[] png, boolean empty) {}

    /** Encodes an image as training sees it, rounded to 256 levels, as PNG. */
    byte[] image(BufferedImage image) {
        return Pictures.png(Square.picture(image, size));
    }

    /** Encodes a mask as training sees it, 255 = face, as PNG. */
    Mask mask(BufferedImage mask) {
        float[] weights = masks.weights(Square.nearest(mask, size));
        return new Mask(png(weights, size), IntStream.range(0, weights.length).allMatch(i -> weights[i] == 0));
    }

    /** Encodes weights [S, S] in 0..1 as a grey PNG, rounded to 256 levels. */
    static byte[] png(float[] weights, int size) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < weights.length; i++) {
            picture.getRaster().setSample(i % size, i / size, 0, Math.round(255 * weights[i]));
        }
        return Pictures.png(picture);
    }
}
