package reaging.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.run.WeightNames;
import reaging.runtime.TensorSpec;
import reaging.runtime.Variable;

/**
 * Weights in {@code .weights.h5} files of Keras 3, one for each network.
 *
 * @param files files by network
 */
record KerasSource(Map<String, Path> files, Map<String, TensorSpec> weights) implements WeightSource {

    /** Opens one file, whose content identifies the network. Weights of other networks keep the file's names. */
    static KerasSource ofFile(Path path) {
        try (var file = new KerasFile(path)) {
            return file.network()
                    .map(network -> of(Map.of(network, path)))
                    .orElseGet(() -> new KerasSource(Map.of(), file.weights()));
        }
    }

    /** Opens the files in a folder that are named after a network. */
    static KerasSource ofFolder(Path folder) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (var network : WeightNames.NETWORKS) {
            var file = folder.resolve(network + KerasFile.SUFFIX);
            if (Files.exists(file)) {
                files.put(network, file);
            }
        }
        return of(files);
    }

    private static KerasSource of(Map<String, Path> files) {
        Map<String, TensorSpec> weights = new LinkedHashMap<>();
        files.forEach((network, path) -> {
            try (var file = new KerasFile(path)) {
                file.weights().forEach((name, spec) -> weights.put(network + "/" + name, spec));
            }
        });
        return new KerasSource(files, weights);
    }

    @Override
    public OptionalLong step() {
        return OptionalLong.empty();
    }

    @Override
    public void restore(Graph graph, Session session, Map<Variable, String> from) {
        Ops tf = Ops.create(graph);
        var runner = session.runner();
        List<TFloat32> fed = new ArrayList<>();
        // All in a single run, since a session prepares its graph anew for each run.
        try {
            files.forEach((network, path) -> {
                try (var file = new KerasFile(path)) {
                    from.forEach((variable, weight) -> {
                        if (WeightNames.network(weight).equals(network)) {
                            var values = file.values(KerasWeights.dataset(weight));
                            fed.add(values);
                            assign(tf, runner, variable, values);
                        }
                    });
                }
            });
            runner.run().close();
        } finally {
            fed.forEach(TFloat32::close);
        }
    }

    private static void assign(Ops tf, Session.Runner runner, Variable variable, TFloat32 values) {
        var input = tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
        runner.feed(input, values).addTarget(variable.assign(tf, input));
    }
}
