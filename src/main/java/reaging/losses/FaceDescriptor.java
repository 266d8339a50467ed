package reaging.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A network that describes faces: what it says of two images of one person points in nearly the same direction. */
@FunctionalInterface
public interface FaceDescriptor {
    /** No network: it refuses to describe anything. */
    FaceDescriptor NONE = (tf, images) -> {
        throw new IllegalArgumentException(
                "a run with an identity loss needs a network that describes faces but has none; give its execution one");
    };

    /**
     * Adds the network to a graph; gradients must go through it.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @return a row for each image, [N, D]
     */
    Operand<TFloat32> describe(Ops tf, Operand<TFloat32> images);
}
