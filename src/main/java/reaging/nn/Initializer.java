package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.framework.initializers.Constant;
import org.tensorflow.framework.initializers.Ones;
import org.tensorflow.framework.initializers.TruncatedNormal;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Computes the initial values of a variable with the initializers of TensorFlow Java's framework, which depend only on the seed.
 * Its {@code He} doubles a kernel's fan-in by mistake (1.1.0), so the deviation is computed here. Its {@code Zeros} lists the
 * names of the whole graph each time, which takes seconds with hundreds of variables, so zeros are a constant here.
 */
@FunctionalInterface
public interface Initializer {
    /** Fills the variable with zeros. */
    Initializer ZEROS = constant(0);

    /** Fills the variable with ones. */
    Initializer ONES = (tf, seed, shape) -> new Ones<TFloat32>().call(tf, tf.constant(shape), TFloat32.class);

    /**
     * Adds the op that computes the values; equal seeds give equal values on every machine.
     *
     * @param shape fully known shape
     */
    Operand<TFloat32> values(Ops tf, long seed, long... shape);

    /** Returns the initializer that fills the variable with one value. */
    static Initializer constant(double value) {
        return (tf, seed, shape) -> new Constant<TFloat32>(value).call(tf, tf.constant(shape), TFloat32.class);
    }

    /**
     * Returns the initializer of He et al. 2015 (equation 10), as in Keras: a normal distribution truncated at two standard
     * deviations and widened, so that its variance after truncation is 2 / fanIn.
     *
     * @param fanIn number of inputs that one output sums
     */
    static Initializer heNormal(long fanIn) {
        // The standard deviation of a standard normal distribution truncated at -2 and 2.
        double cutDeviation = 0.8796256610342398;
        float deviation = (float) (Math.sqrt(2.0 / fanIn) / cutDeviation);
        return (tf, seed, shape) ->
                new TruncatedNormal<TFloat32>(0, deviation, seed).call(tf, tf.constant(shape), TFloat32.class);
    }
}
