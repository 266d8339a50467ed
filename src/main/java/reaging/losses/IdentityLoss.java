package reaging.losses;

import static reaging.nn.TensorMath.mean;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * The loss of identity in a re-aged face according to a face network: 1 - the cosine of the two descriptors. It is not part of the
 * paper, which preserves identity only by reconstruction and cycle; it is from Richardson et al. 2021 (pSp, equation 3).
 */
public final class IdentityLoss {
    private static final float LEAST_SQUARE = 1e-12f; // avoids a division by zero for a zero descriptor

    private IdentityLoss() {}

    /**
     * Adds the loss to the graph.
     *
     * @param images x, [N, S, S, 3]
     * @param reAged x', [N, S, S, 3]
     * @return a scalar in [0, 2]; 0: the same person
     */
    public static Operand<TFloat32> of(
            Ops tf, FaceDescriptor network, Operand<TFloat32> images, Operand<TFloat32> reAged) {
        var before = unit(tf, network.describe(tf, images));
        var after = unit(tf, network.describe(tf, reAged));
        var cosines = tf.sum(tf.math.mul(before, after), tf.array(1)); // [N]
        return tf.math.sub(tf.constant(1f), mean(tf, cosines));
    }

    /** Scales rows to length 1. */
    private static Operand<TFloat32> unit(Ops tf, Operand<TFloat32> rows) {
        var squares = tf.reduceSum(tf.math.square(rows), tf.array(1), ReduceSum.keepDims(true)); // [N, 1]
        return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(LEAST_SQUARE))));
    }
}
