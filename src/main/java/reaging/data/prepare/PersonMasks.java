package reaging.data.prepare;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.pictures.Resized;
import reaging.pictures.Square;

/**
 * Masks of one size that are made from images, from any thread.
 *
 * @param maker of the masks
 * @param size side S of the masks, in pixels
 */
record PersonMasks(MaskMaker maker, int size) {
    /** The part of a side that is face in every image that is cropped to a face. */
    private static final double MIDDLE = .4;

    /** The part of the middle that is person where one is found: holes, as in the lenses of glasses, are allowed. */
    private static final double FOUND = .8;

    /** The mask of an image as PNG, 255 = person; all of it where no person is found in the middle. */
    byte[] mask(BufferedImage image) {
        float[] mask = person(image);
        for (int i = 0; i < mask.length; i++) {
            mask[i] = mask[i] > .5f ? 1 : 0;
        }
        return middle(mask) >= FOUND ? FaceEncoder.png(mask, size) : whole();
    }

    /** The probability of a person, [S, S]. */
    private float[] person(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        var pixels = DataBuffers.of(Square.signed(image, side));
        try (var square = TFloat32.tensorOf(Shape.of(1, side, side, 3), pixels)) {
            float[][] rows = maker.person().apply(square);
            float[] map = new float[rows.length * rows.length];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[i], 0, map, i * rows.length, rows.length);
            }
            return Resized.of(map, rows.length, size);
        }
    }

    /** The share of the middle that a mask [S, S] covers. */
    private double middle(float[] mask) {
        int margin = (int) (size * (1 - MIDDLE) / 2);
        int side = size - 2 * margin;
        double covered = 0;
        for (int i = 0; i < side * side; i++) {
            covered += mask[(margin + i / side) * size + margin + i % side];
        }
        return covered / (side * side);
    }

    /** The mask, as PNG, of an image that counts as face as a whole. */
    byte[] whole() {
        float[] all = new float[size * size];
        Arrays.fill(all, 1);
        return FaceEncoder.png(all, size);
    }
}
