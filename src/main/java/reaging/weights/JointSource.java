package reaging.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import reaging.runtime.TensorSpec;
import reaging.runtime.Variable;

/**
 * Weights from several places, such as a SavedModel and the discriminator beside it.
 *
 * @param sources sources without common weights
 */
record JointSource(List<WeightSource> sources) implements WeightSource {

    @Override
    public Map<String, TensorSpec> weights() {
        Map<String, TensorSpec> weights = new LinkedHashMap<>();
        sources.forEach(source -> weights.putAll(source.weights()));
        return weights;
    }

    @Override
    public OptionalLong step() {
        return sources.get(0).step();
    }

    @Override
    public void restore(Graph graph, Session session, Map<Variable, String> from) {
        for (var source : sources) {
            Map<Variable, String> own = new LinkedHashMap<>(from);
            own.values().retainAll(source.weights().keySet());
            if (!own.isEmpty()) {
                source.restore(graph, session, own);
            }
        }
    }
}
