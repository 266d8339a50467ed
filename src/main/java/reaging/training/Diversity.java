package reaging.training;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** How unlike each other the faces of a batch are. */
final class Diversity {
    /** Keeps the quotient finite, and at 1 for a batch of one, which has no spread. */
    private static final float LITTLE = 1e-8f;

    private Diversity() {}

    /**
     * The variance of re-aged faces from image to image over that of the real ones: about 1 for faces as unlike each other as
     * they came in, 0 for one face for everybody. The background does not count, it flows through.
     *
     * @param reAged [N, S, S, 3]
     * @param images [N, S, S, 3]
     * @param masks [N, S, S, 1]
     * @return scalar
     */
    static Operand<TFloat32> of(Ops tf, Operand<TFloat32> reAged, Operand<TFloat32> images, Operand<TFloat32> masks) {
        var made = variance(tf, reAged, masks);
        var real = variance(tf, images, masks);
        return tf.math.div(tf.math.add(made, tf.constant(LITTLE)), tf.math.add(real, tf.constant(LITTLE)));
    }

    /** From image to image, the mean over the pixels of faces; a scalar. */
    private static Operand<TFloat32> variance(Ops tf, Operand<TFloat32> images, Operand<TFloat32> masks) {
        var faces = tf.math.add(sumOverImages(tf, masks), tf.constant(LITTLE)); // [1, S, S, 1], how many
        var mean = tf.math.div(sumOverImages(tf, tf.math.mul(images, masks)), faces); // [1, S, S, 3]
        var squares = tf.math.mul(tf.math.squaredDifference(images, mean), masks); // [N, S, S, 3]
        var all = tf.array(0, 1, 2, 3);
        return tf.math.div(tf.reduceSum(squares, all), tf.reduceSum(faces, all));
    }

    private static Operand<TFloat32> sumOverImages(Ops tf, Operand<TFloat32> x) {
        return tf.reduceSum(x, tf.constant(0), ReduceSum.keepDims(true));
    }
}
