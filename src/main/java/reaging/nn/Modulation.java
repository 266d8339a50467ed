package reaging.nn;

import java.util.List;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A dense layer that turns a condition into the gain and the bias of a norm: [N, size] to twice [N, 1, C]. */
final class Modulation {
    private final Dense dense;
    private final long channels;

    Modulation(Weights weights, long size, long channels) {
        dense = new Dense(weights.at("dense"), size, 2 * channels);
        this.channels = channels;
    }

    /** Adds (1 + g) * normalised + b with [g, b] = dense(condition) to the graph, StarGAN v2's form of AdaIN. */
    Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> x, Moments moments, Condition condition) {
        var vector = Objects.requireNonNull(condition.vector(), "a modulated norm needs a style or an age code");
        var both = dense.apply(tf, vector); // [N, 2C]
        var shape = tf.array(-1L, 1L, 2 * channels);
        List<Operand<TFloat32>> parts = List.copyOf(
                tf.split(tf.constant(2), tf.reshape(both, shape), 2L).output()); // twice [N, 1, C]
        var gain = tf.math.add(parts.get(0), tf.constant(1f)); // [N, 1, C]
        return moments.normalize(tf, x, gain, parts.get(1));
    }
}
