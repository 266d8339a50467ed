package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/** Small tensor functions that layers and losses share. */
public final class TensorMath {
    private static final float LEAK = 0.2f;

    /** The factor 1/√2 of {@link #join}, which keeps the variance of a sum of two similar tensors at that of one. */
    public static final float UNIT_VARIANCE = (float) Math.sqrt(0.5);

    private TensorMath() {}

    /** Returns x if it is positive, else 0.2 x (slope from StarGAN v2). */
    public static Operand<TFloat32> leakyRelu(Ops tf, Operand<TFloat32> x) {
        return tf.nn.leakyRelu(x, LeakyRelu.alpha(LEAK));
    }

    /** Adds a block's two paths at the variance of one of them: (shortcut + residual) / √2. StarGAN v2. */
    public static Operand<TFloat32> join(Ops tf, Operand<TFloat32> shortcut, Operand<TFloat32> residual) {
        return scale(tf, tf.math.add(shortcut, residual), UNIT_VARIANCE);
    }

    /** Multiplies a tensor by a number. */
    public static Operand<TFloat32> scale(Ops tf, Operand<TFloat32> x, float factor) {
        return tf.math.mul(x, tf.constant(factor));
    }

    /** Returns the mean over all elements, a scalar. */
    public static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x) {
        int rank = x.shape().numDimensions();
        int[] axes = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            axes[axis] = axis;
        }
        return tf.math.mean(x, tf.constant(axes));
    }

    /** Returns log(1 + e^x), exact even for large |x|. */
    public static Operand<TFloat32> softplus(Ops tf, Operand<TFloat32> x) {
        return tf.math.softplus(x);
    }
}
