package reaging.data;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * The images and masks of some faces; it holds native memory until it is closed.
 *
 * @param images [N, S, S, 3] in [-1, 1]
 * @param masks [N, S, S, 1] in [0, 1], 1 = face; all ones if the set has no masks
 */
public record Pixels(TFloat32 images, TFloat32 masks) implements AutoCloseable {
    /** Allocates tensors for some faces without filling them. */
    static Pixels of(int count, int size) {
        return new Pixels(
                TFloat32.tensorOf(Shape.of(count, size, size, 3)), TFloat32.tensorOf(Shape.of(count, size, size, 1)));
    }

    @Override
    public void close() {
        images.close();
        masks.close();
    }
}
