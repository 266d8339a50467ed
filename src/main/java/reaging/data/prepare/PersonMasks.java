package reaging.data.prepare;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.pictures.Resized;
import reaging.pictures.Square;

/**
 * Makes masks of one size from images; it may be used from any thread.
 *
 * @param maker makes the masks
 * @param size side S of the masks in pixels
 */
record PersonMasks(MaskMaker maker, int size) {
    /** Side of the central area that is face in every face crop, as a fraction of the crop's side. */
    private static final double MIDDLE = .4;

    /** Fraction of the central area that must be person; this allows holes, such as the lenses of glasses. */
    private static final double FOUND = .8;

    /** Returns the mask of an image as PNG, 255 = person; the whole image if no person is found in its centre. */
    byte[] mask(BufferedImage image) {
        float[] mask = person(image);
        for (int i = 0; i < mask.length; i++) {
            mask[i] = mask[i] > .5f ? 1 : 0;
        }
        return middle(mask) >= FOUND ? FaceEncoder.png(mask, size) : whole();
    }

    /** Returns the probability of a person, [S, S]. */
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

    /** Returns the share of the central area that a mask [S, S] covers. */
    private double middle(float[] mask) {
        int margin = (int) (size * (1 - MIDDLE) / 2);
        int side = size - 2 * margin;
        double covered = 0;
        for (int i = 0; i < side * side; i++) {
            covered += mask[(margin + i / side) * size + margin + i % side];
        }
        return covered / (side * side);
    }

    /** Returns a mask that covers the whole image, as PNG. */
    byte[] whole() {
        float[] all = new float[size * size];
        Arrays.fill(all, 1);
        return FaceEncoder.png(all, size);
    }
}
