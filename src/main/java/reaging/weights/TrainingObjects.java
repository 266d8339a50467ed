package reaging.weights;

import static reaging.run.WeightNames.DISCRIMINATOR;
import static reaging.run.WeightNames.GENERATOR;
import static reaging.run.WeightNames.MOMENTS;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reaging.run.WeightNames;
import reaging.runtime.Variable;
import reaging.savedmodel.ObjectGraph;

/**
 * The objects of a training in Python, as {@code tf.train.Checkpoint} tracks them: networks, optimizers with their moments,
 * counts. Variables without a counterpart in Python are left out.
 */
final class TrainingObjects {
    private static final List<String> OPTIMIZERS =
            List.of(KerasWeights.optimizer(GENERATOR), KerasWeights.optimizer(DISCRIMINATOR));

    /** Paths of all counts of finished steps. */
    static final List<String> STEPS = List.of(
            KerasWeights.STEP,
            OPTIMIZERS.get(0) + "/" + KerasWeights.ITERATIONS,
            OPTIMIZERS.get(1) + "/" + KerasWeights.ITERATIONS);

    /** Paths of the learning rates. */
    static final List<String> LEARNING_RATES = OPTIMIZERS.stream()
            .map(optimizer -> optimizer + "/" + KerasWeights.LEARNING_RATE)
            .toList();

    private final ObjectGraph graph = new ObjectGraph();
    private final Map<String, Variable> run = new LinkedHashMap<>();
    private final Map<Variable, String> paths = new LinkedHashMap<>();

    TrainingObjects(Collection<Variable> variables) {
        variables.forEach(variable -> run.put(variable.name(), variable));
        STEPS.forEach(graph::add);
        LEARNING_RATES.forEach(graph::add);
        graph.add(KerasWeights.SAVE_COUNTER);
        WeightNames.NETWORKS.forEach(this::addNetwork);
        addOptimizer(GENERATOR);
        addOptimizer(DISCRIMINATOR);
    }

    private List<Variable> of(String network) {
        return run.values().stream()
                .filter(variable -> WeightNames.network(variable.name()).equals(network))
                .toList();
    }

    private Variable variable(String name) {
        return Objects.requireNonNull(run.get(name), name);
    }

    private String path(Variable variable) {
        return Objects.requireNonNull(paths.get(variable), variable::name);
    }

    private void addNetwork(String network) {
        for (var variable : of(network)) {
            add(variable, KerasWeights.path(variable.name()));
            KerasWeights.block(variable.name())
                    .ifPresent(block -> KerasWeights.RESIZES.forEach(resize -> graph.node(block + "/" + resize)));
        }
    }

    private int add(Variable variable, String path) {
        paths.put(variable, path);
        return graph.add(path);
    }

    /** Adds an optimizer, whose variables Keras tracks both one by one and in lists. */
    private void addOptimizer(String network) {
        var optimizer = KerasWeights.optimizer(network) + "/";
        var all = optimizer + KerasWeights.OPTIMIZER_VARIABLES;
        append(all, graph.node(optimizer + KerasWeights.ITERATIONS));
        append(all, graph.node(optimizer + KerasWeights.LEARNING_RATE));
        graph.node(optimizer + KerasWeights.OPTIMIZED_INDICES);
        int index = 0;
        for (var variable : of(network)) {
            if (variable.kind() == Variable.Kind.TRAINED) {
                append(optimizer + KerasWeights.OPTIMIZED, graph.node(path(variable)));
                for (var moment : KerasWeights.MOMENTS.entrySet()) {
                    var own = variable(MOMENTS + "/" + variable.name() + "/" + moment.getKey());
                    append(all, add(own, optimizer + moment.getValue() + "/" + index));
                }
                index++;
            }
        }
    }

    private void append(String list, int node) {
        int length = graph.children(graph.node(list)).size();
        graph.link(list, String.valueOf(length), node);
    }

    /** Returns the complete object graph. */
    ObjectGraph graph() {
        return graph;
    }

    /** Returns the run's variables that are part of the graph. */
    Collection<Variable> variables() {
        return paths.keySet();
    }

    /** Returns the key of a variable's value. */
    String key(String name) {
        return ObjectGraph.key(path(variable(name)));
    }
}
