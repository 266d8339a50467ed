package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.framework.initializers.Ones;
import org.tensorflow.framework.initializers.TruncatedNormal;
import org.tensorflow.framework.initializers.Zeros;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The first values of a variable, by the initializers of TensorFlow Java's framework, which follow from the seed alone. Its
 * {@code He} takes a kernel's fan-in for twice as large as it is (1.1.0), so the deviation is ours.
 */
@FunctionalInterface
public interface Initializer {
    /** All zero. */
    Initializer ZEROS = (tf, seed, shape) -> new Zeros<TFloat32>().call(tf, tf.constant(shape), TFloat32.class);

    /** All one. */
    Initializer ONES = (tf, seed, shape) -> new Ones<TFloat32>().call(tf, tf.constant(shape), TFloat32.class);

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
        return (tf, seed, shape) ->
                new TruncatedNormal<TFloat32>(0, deviation, seed).call(tf, tf.constant(shape), TFloat32.class);
    }
}
