package reaging.data;

import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/** Images and masks of some faces; holds native memory until it is closed. */
public final class Pixels implements AutoCloseable {
    private final Result result;

    Pixels(Result result) {
        this.result = result;
    }

    /** [N, S, S, 3] in [-1, 1]. */
    public TFloat32 images() {
        return (TFloat32) result.get(0);
    }

    /** [N, S, S, 1] in [0, 1], 1 = face; all ones where the set has no masks. */
    public TFloat32 masks() {
        return (TFloat32) result.get(1);
    }

    @Override
    public void close() {
        result.close();
    }
}
