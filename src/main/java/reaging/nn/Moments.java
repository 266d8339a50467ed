package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Mean and biased variance of feature maps flattened to [N, HW, C]. With height and width as one axis, TensorFlow averages and
 * broadcasts in about half the time.
 *
 * @param mean [N or 1, 1, C]
 * @param variance [N or 1, 1, C]
 */
record Moments(Operand<TFloat32> mean, Operand<TFloat32> variance) {
    private static final float EPSILON = 1e-5f;

    /** Computes the moments of each channel of each image, {@code x} [N, H, W, C]. Ulyanov et al. 2016. */
    static Moments ofImages(Ops tf, Operand<TFloat32> x) {
        return of(tf, rows(tf, x)); // [N, 1, C]
    }

    /** Computes the moments of each channel over the whole batch, {@code x} [N, H, W, C]. Ioffe and Szegedy 2015. */
    static Moments ofBatch(Ops tf, Operand<TFloat32> x) {
        long channels = x.shape().get(3);
        return of(tf, tf.reshape(x, tf.array(1, -1, channels))); // [1, 1, C]
    }

    /** Flattens [N, H, W, C] to [N, HW, C]. */
    private static Operand<TFloat32> rows(Ops tf, Operand<TFloat32> x) {
        var shape = x.shape();
        return tf.reshape(x, tf.array(-1, shape.get(1) * shape.get(2), shape.get(3)));
    }

    private static Moments of(Ops tf, Operand<TFloat32> rows) {
        var mean = mean(tf, rows);
        var variance = mean(tf, tf.math.squaredDifference(rows, mean));
        return new Moments(mean, variance);
    }

    private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> rows) {
        return tf.math.mean(rows, tf.array(1), Mean.keepDims(true));
    }

    /**
     * Normalizes x to mean 0 and variance 1, then applies gain and bias.
     *
     * @param x [N, H, W, C]
     * @param gain [N, 1, C] or [C]
     * @param bias [N, 1, C] or [C]
     * @return [N, H, W, C]
     */
    Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> x, Operand<TFloat32> gain, Operand<TFloat32> bias) {
        var slope = tf.math.mul(gain, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON)))); // [N or 1, 1, C]
        // One multiplication and one addition per pixel; the rest works on one value per channel.
        var shift = tf.math.sub(bias, tf.math.mul(mean, slope)); // [N or 1, 1, C]
        var moved = tf.math.add(tf.math.mul(rows(tf, x), slope), shift); // [N, HW, C]
        var shape = x.shape();
        return tf.reshape(moved, tf.array(-1, shape.get(1), shape.get(2), shape.get(3)));
    }
}
