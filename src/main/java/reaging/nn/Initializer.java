package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The first values of a variable. */
@FunctionalInterface
public interface Initializer {
    /** All zero. */
    Initializer ZEROS = (tf, seed, shape) -> tf.fill(tf.constant(shape), tf.constant(0f));

    /** All one. */
    Initializer ONES = (tf, seed, shape) -> tf.fill(tf.constant(shape), tf.constant(1f));

    /**
     * Adds the op that computes the values; alike for alike seeds, on every machine.
     *
     * @param shape fully known
     */
    Operand<TFloat32> values(Ops tf, long seed, long... shape);

    /**
     * He et al. 2015 (equation 10), as Keras computes it: a normal distribution cut at two deviations and widened, so that
     * its variance after the cut is 2 / fanIn.
     *
     * @param fanIn the number of inputs that one output sums
     */
    static Initializer heNormal(long fanIn) {
        // The deviation of a standard normal distribution that is cut at -2 and 2.
        double cutDeviation = 0.8796256610342398;
        float deviation = (float) (Math.sqrt(2.0 / fanIn) / cutDeviation);
        // Stateless: the value follows from the seed alone, not from what ran before.
        return (tf, seed, shape) -> tf.math.mul(
                tf.random.statelessTruncatedNormal(tf.constant(shape), tf.array(seed, 0L)), tf.constant(deviation));
    }
}
