package reaging.nn;

import static reaging.nn.TensorMath.meanOver;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Mean and biased variance of feature maps; the axes that they are taken over stay with length 1.
 *
 * @param mean [N or 1, 1, 1, C]
 * @param variance [N or 1, 1, 1, C]
 */
record Moments(Operand<TFloat32> mean, Operand<TFloat32> variance) {
    private static final float EPSILON = 1e-5f;

    /** Of each channel of each image. Ulyanov et al. 2016. */
    static Moments ofImages(Ops tf, Operand<TFloat32> x) {
        return over(tf, x, 1, 2); // [N, 1, 1, C]
    }

    /** Of each channel of the whole batch. Ioffe and Szegedy 2015. */
    static Moments ofBatch(Ops tf, Operand<TFloat32> x) {
        return over(tf, x, 0, 1, 2); // [1, 1, 1, C]
    }

    private static Moments over(Ops tf, Operand<TFloat32> x, int... axes) {
        var mean = meanOver(tf, x, axes);
        var variance = meanOver(tf, tf.math.squaredDifference(x, mean), axes);
        return new Moments(mean, variance);
    }

    /**
     * Moves x to mean 0 and variance 1, then to the wanted gain and bias.
     *
     * @param gain [N or 1, 1, 1, C] or [C]
     * @param bias the same
     */
    Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> x, Operand<TFloat32> gain, Operand<TFloat32> bias) {
        var slope = tf.math.mul(gain, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON)))); // [N or 1, 1, 1, C]
        // One multiplication and one addition for each pixel; what is left works on single values of channels.
        var shift = tf.math.sub(bias, tf.math.mul(mean, slope)); // [N or 1, 1, 1, C]
        return tf.math.add(tf.math.mul(x, slope), shift);
    }
}
