package reaging.networks;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The weights of a published network as constants of a graph.
 *
 * @param network name of the network in messages
 */
record NamedConstants(Ops tf, Map<String, TfjsTensor> weights, String network) {
    /** Adds a weight to the graph. */
    Operand<TFloat32> get(String name) {
        var weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException(
                    "the " + network + " must have a weight " + name + " but has none; install it again");
        }
        return tf.constant(weight.floats());
    }
}
