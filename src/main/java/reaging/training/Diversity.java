package reaging.training;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** Measures how much the faces of a batch differ from each other. */
final class Diversity {
    /** Keeps the quotient finite, and at 1 for a batch of one, which has no spread. */
    private static final float LITTLE = 1e-8f;

    private Diversity() {}

    /**
     * Returns the variance of re-aged faces across the batch divided by that of the real ones: about 1 if they differ as much as
     * the input faces, 0 if all are the same. The background does not count, since it passes through.
     *
     * @param reAged [N, S, S, 3]
     * @param images [N, S, S, 3]
     * @param masks [N, S, S, 1]
     * @return a scalar
     */
    static Operand<TFloat32> of(Ops tf, Operand<TFloat32> reAged, Operand<TFloat32> images, Operand<TFloat32> masks) {
        var made = variance(tf, reAged, masks);
        var real = variance(tf, images, masks);
        return tf.math.div(tf.math.add(made, tf.constant(LITTLE)), tf.math.add(real, tf.constant(LITTLE)));
    }

    /** Returns the variance across the batch, averaged over the pixels of faces; a scalar. */
    private static Operand<TFloat32> variance(Ops tf, Operand<TFloat32> images, Operand<TFloat32> masks) {
        var faces = tf.math.add(sumOverImages(tf, masks), tf.constant(LITTLE)); // [1, S, S, 1], counts
        var mean = tf.math.div(sumOverImages(tf, tf.math.mul(images, masks)), faces); // [1, S, S, 3]
        var squares = tf.math.mul(tf.math.squaredDifference(images, mean), masks); // [N, S, S, 3]
        var all = tf.array(0, 1, 2, 3);
        return tf.math.div(tf.reduceSum(squares, all), tf.reduceSum(faces, all));
    }

    private static Operand<TFloat32> sumOverImages(Ops tf, Operand<TFloat32> x) {
        return tf.reduceSum(x, tf.constant(0), ReduceSum.keepDims(true));
    }
}
