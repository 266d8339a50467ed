package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A normalisation of feature maps, [N, H, W, C] to the same shape. */
@FunctionalInterface
public interface Norm {
    /** Adds the normalised {@code x} [N, H, W, C] to the graph. */
    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, Condition condition);

    /** Creates the norms of a block. */
    @FunctionalInterface
    interface Factory {
        /** Creates no norm: the discriminator has none, so that R1 sees its true gradient. */
        Factory NONE = (weights, channels) -> (tf, x, condition) -> x;

        Norm create(Weights weights, long channels);
    }
}
