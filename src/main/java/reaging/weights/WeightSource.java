package reaging.weights;

import java.util.Map;
import java.util.OptionalLong;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import reaging.runtime.TensorSpec;
import reaging.runtime.Variable;

/** Weights on disk under this project's names, whatever their names in the file. */
interface WeightSource {
    /**
     * Returns the weights that are present: networks under {@code generator}, {@code generator_ema} and {@code discriminator},
     * moments of their optimizers under {@code adam}.
     */
    Map<String, TensorSpec> weights();

    /** Returns the number of training steps; empty if the file does not contain it. */
    OptionalLong step();

    /**
     * Restores variables of a graph.
     *
     * @param from the name of the weight for each variable
     */
    void restore(Graph graph, Session session, Map<Variable, String> from);
}
