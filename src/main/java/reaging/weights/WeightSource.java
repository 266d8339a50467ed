package reaging.weights;

import java.util.Map;
import java.util.OptionalLong;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import reaging.runtime.TensorSpec;
import reaging.runtime.Variable;

/** Weights on disk under the names of this project, whatever their file calls them. */
interface WeightSource {
    /**
     * What there is: networks under {@code generator}, {@code generator_ema} and {@code discriminator}, moments of their
     * optimizers under {@code adam}.
     */
    Map<String, TensorSpec> weights();

    /** Steps of training behind the weights; empty: the file does not say. */
    OptionalLong step();

    /**
     * Gives variables of a graph their values.
     *
     * @param from the name of the weight that a variable gets
     */
    void restore(Graph graph, Session session, Map<Variable, String> from);
}
