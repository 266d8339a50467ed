package reaging.weights;

import static reaging.run.WeightNames.AVERAGED;
import static reaging.run.WeightNames.DISCRIMINATOR;
import static reaging.run.WeightNames.GENERATOR;
import static reaging.run.WeightNames.MOMENTS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import reaging.model.ModelConfig;
import reaging.model.NetworkVariables;
import reaging.runtime.CheckpointReader;
import reaging.runtime.TensorSpec;

/**
 * Finds the weights of this project's networks in an object graph: an object with a generator's children is a generator, wherever
 * it is.
 */
final class TrackedWeights {
    private static final List<String> GENERATOR_PARTS = List.of("identity_encoder", "age_modulator", "decoder");
    private static final List<String> DISCRIMINATOR_PARTS = List.of("from_rgb", "to_vector", "branches");

    private final TrackedObjects objects;
    private final Map<String, TensorSpec> tensors;
    private final Map<String, Integer> nodes = new LinkedHashMap<>();

    TrackedWeights(TrackedObjects objects, Map<String, TensorSpec> tensors) {
        this.objects = objects;
        this.tensors = tensors;
        generators().forEach((network, node) -> addNetwork(network, node, GENERATOR_PARTS));
        sole(objects.having(DISCRIMINATOR_PARTS), DISCRIMINATOR)
                .ifPresent(node -> addNetwork(DISCRIMINATOR, node, DISCRIMINATOR_PARTS));
        if (nodes.isEmpty()) {
            addLists();
        }
        addMoments(GENERATOR);
        addMoments(DISCRIMINATOR);
    }

    /** Returns the key of each weight in the file. */
    Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        nodes.forEach((name, node) -> key(node).ifPresent(key -> keys.put(name, key)));
        return keys;
    }

    /** Returns the file's counts of finished steps by key: its own and those of the optimizers. */
    Map<String, Long> steps(CheckpointReader reader) {
        Map<String, Long> steps = new LinkedHashMap<>();
        count(objects.child(0, KerasWeights.STEP)).ifPresent(key -> steps.put(key, reader.integer(key)));
        for (var network : List.of(GENERATOR, DISCRIMINATOR)) {
            objects.named(KerasWeights.optimizer(network))
                    .flatMap(node -> count(objects.child(node, KerasWeights.ITERATIONS)))
                    .ifPresent(key -> steps.put(key, reader.integer(key)));
        }
        return steps;
    }

    private Optional<String> count(Optional<Integer> node) {
        return node.flatMap(this::key).filter(key -> tensor(key).type() == DataType.DT_INT64);
    }

    private Optional<String> key(int node) {
        return objects.key(node).filter(tensors::containsKey);
    }

    private TensorSpec tensor(String key) {
        return Objects.requireNonNull(tensors.get(key), key);
    }

    private Map<String, Integer> generators() {
        Map<String, Integer> generators = new LinkedHashMap<>();
        List<Integer> others = new ArrayList<>();
        for (int node : objects.having(GENERATOR_PARTS)) {
            if (objects.names(node).contains(AVERAGED)) {
                generators.put(AVERAGED, node);
            } else {
                others.add(node);
            }
        }
        sole(others, GENERATOR).ifPresent(node -> generators.put(GENERATOR, node));
        return generators;
    }

    /** Returns the only candidate, or among several the one with a name; empty if ambiguous. */
    private Optional<Integer> sole(List<Integer> candidates, String name) {
        var named = candidates.size() < 2
                ? candidates
                : candidates.stream()
                        .filter(node -> objects.names(node).contains(name))
                        .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private void addNetwork(String network, int node, List<String> children) {
        objects.variables(node, children).forEach((path, variable) -> nodes.put(network + "/" + path, variable));
    }

    /** Adds the weights of a model written by {@code model.export()}, identified by the order of creation and their shapes. */
    private void addLists() {
        var trained =
                objects.child(0, KerasWeights.TRAINABLE).map(objects::entries).orElse(List.of());
        var statistics = objects.child(0, KerasWeights.NON_TRAINABLE)
                .map(objects::entries)
                .orElse(List.of());
        for (var preset : ModelConfig.presetNames()) {
            var generator = NetworkVariables.ofGenerator(ModelConfig.preset(preset));
            if (fit(trained, generator.trained()) && fit(statistics, generator.statistics())) {
                addList(trained, generator.trained());
                addList(statistics, generator.statistics());
                return;
            }
        }
    }

    private boolean fit(List<Integer> list, Map<String, Shape> variables) {
        return list.stream().map(this::shape).toList().equals(List.copyOf(variables.values()));
    }

    private Shape shape(int node) {
        return key(node).map(key -> tensor(key).shape()).orElse(Shape.unknown());
    }

    private void addList(List<Integer> list, Map<String, Shape> variables) {
        var names = List.copyOf(variables.keySet());
        for (int i = 0; i < list.size(); i++) {
            nodes.put(names.get(i), list.get(i));
        }
    }

    /** Adds the moments of an optimizer, which records the variables that they belong to. */
    private void addMoments(String network) {
        var optimizer = objects.named(KerasWeights.optimizer(network));
        var optimized = optimizer.flatMap(node -> objects.child(node, KerasWeights.OPTIMIZED));
        if (optimized.isEmpty()) {
            return;
        }
        Map<Integer, String> names = new HashMap<>();
        nodes.forEach((name, node) -> names.put(node, name));
        var variables = objects.entries(optimized.get());
        KerasWeights.MOMENTS.forEach((moment, list) -> {
            var entries =
                    objects.child(optimizer.get(), list).map(objects::entries).orElse(List.of());
            for (int i = 0; i < Math.min(entries.size(), variables.size()); i++) {
                var name = names.get(variables.get(i));
                if (name != null) {
                    nodes.put(MOMENTS + "/" + name + "/" + moment, entries.get(i));
                }
            }
        });
    }
}
