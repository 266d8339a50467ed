package reaging.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A network that describes faces by vectors, which for two images of the same person have nearly the same direction. */
@FunctionalInterface
public interface FaceDescriptor {
    /** No network; it throws an exception when used. */
    FaceDescriptor NONE = (tf, images) -> {
        throw new IllegalArgumentException(
                "a run with an identity loss needs a face descriptor but has none; set one in its execution options");
    };

    /**
     * Adds the network to a graph; gradients must flow through it.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @return a vector for each image, [N, D]
     */
    Operand<TFloat32> describe(Ops tf, Operand<TFloat32> images);
}
