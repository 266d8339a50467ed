package reaging.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import reaging.runtime.CheckpointReader;
import reaging.runtime.TensorSpec;
import reaging.runtime.Variable;
import reaging.runtime.VariableFile;
import reaging.savedmodel.ObjectGraph;

/**
 * Weights in a TensorFlow checkpoint, whether written by {@code tf.train.Checkpoint}, part of a SavedModel, or with plain names.
 *
 * @param prefix prefix of the checkpoint's files
 * @param tensors all tensors in the file
 * @param keys keys in the file by this project's names of the weights
 * @param steps the file's counts of finished steps by key
 */
record CheckpointSource(
        String prefix, Map<String, TensorSpec> tensors, Map<String, String> keys, Map<String, Long> steps)
        implements WeightSource {

    /** Finds the weights. */
    static CheckpointSource open(String prefix) {
        try (var reader = new CheckpointReader(prefix)) {
            var tensors = reader.tensors();
            if (tensors.containsKey(ObjectGraph.KEY)) {
                var tracked = new TrackedWeights(TrackedObjects.read(reader), tensors);
                return new CheckpointSource(prefix, tensors, tracked.keys(), tracked.steps(reader));
            }
            // Without an object graph a variable's key is its name.
            Map<String, String> plain = new LinkedHashMap<>();
            tensors.keySet().forEach(name -> plain.put(name, name));
            return new CheckpointSource(prefix, tensors, plain, Map.of());
        }
    }

    /** Whether the file has an object graph. */
    boolean objectBased() {
        return tensors.containsKey(ObjectGraph.KEY);
    }

    @Override
    public Map<String, TensorSpec> weights() {
        Map<String, TensorSpec> weights = new LinkedHashMap<>();
        keys.forEach((name, key) -> weights.put(name, tensors.get(key)));
        return weights;
    }

    /** Returns the number of finished steps; all counts must agree, since this project has only one. */
    @Override
    public OptionalLong step() {
        if (steps.values().stream().distinct().count() > 1) {
            throw new IllegalArgumentException("the counts of steps in a checkpoint must agree but are " + steps
                    + "; move both networks once in each step, or save the networks without their optimizers");
        }
        return steps.values().stream().mapToLong(Long::longValue).findFirst();
    }

    @Override
    public void restore(Graph graph, Session session, Map<Variable, String> from) {
        Map<String, String> keyOf = new LinkedHashMap<>();
        from.forEach((variable, weight) -> keyOf.put(variable.name(), keys.get(weight)));
        try {
            VariableFile.of(Ops.create(graph), from.keySet(), keyOf::get).restore(session, prefix);
        } catch (TensorFlowException e) {
            throw new UncheckedIOException(
                    "cannot read the values in the checkpoint " + prefix + ": it is damaged; write it again",
                    new IOException(
                            Objects.requireNonNullElse(e.getMessage(), "")
                                    .lines()
                                    .findFirst()
                                    .orElse("no reason given"),
                            e));
        }
    }
}
