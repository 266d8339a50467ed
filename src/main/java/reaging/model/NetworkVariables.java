package reaging.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tensorflow.ndarray.Shape;
import reaging.nn.Weights;
import reaging.runtime.Graphs;
import reaging.runtime.Variable;

/**
 * The variables of a network without their values: shapes by name, in the order of creation, which is also that of Keras.
 *
 * @param trained variables that the optimizer moves
 * @param statistics running means and variances
 */
public record NetworkVariables(Map<String, Shape> trained, Map<String, Shape> statistics) {

    /** Returns the variables of a generator, whose names start with {@code generator/}. */
    public static NetworkVariables ofGenerator(ModelConfig config) {
        return of("generator", config, Generator::new);
    }

    /** Returns the variables of a discriminator, whose names start with {@code discriminator/}. */
    public static NetworkVariables ofDiscriminator(ModelConfig config) {
        return of("discriminator", config, Discriminator::new);
    }

    private static NetworkVariables of(String name, ModelConfig config, BiConsumer<Weights, ModelConfig> network) {
        try (var graph = Graphs.open()) {
            var weights = Weights.unfilled(graph, name);
            network.accept(weights, config);
            return new NetworkVariables(
                    shapes(weights, Variable.Kind.TRAINED), shapes(weights, Variable.Kind.STATISTIC));
        }
    }

    private static Map<String, Shape> shapes(Weights weights, Variable.Kind kind) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (var variable : weights.all()) {
            if (variable.kind() == kind) {
                shapes.put(variable.name(), variable.shape());
            }
        }
        return Collections.unmodifiableMap(shapes);
    }

    /** Returns all variables, trained ones and statistics. */
    public Map<String, Shape> all() {
        Map<String, Shape> all = new LinkedHashMap<>(trained);
        all.putAll(statistics);
        return all;
    }

    /** Returns the number of trained values. */
    public long parameters() {
        return trained.values().stream().mapToLong(Shape::size).sum();
    }
}
