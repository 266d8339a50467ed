package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipInputStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.ModelConfig;
import reaging.model.NetworkVariables;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.run.TrainingConfig;
import reaging.run.WeightNames;
import reaging.runtime.CheckpointReader;
import reaging.savedmodel.ObjectGraph;

/** Weights whose values follow from their names; {@code src/test/python/weights.py} has the same formula. */
public final class Ramps {
    /** The networks of every test here. */
    static final ModelConfig MODEL = ModelConfig.preset("tiny-32");

    /** A run that trains them. */
    public static final RunConfig CONFIG =
            new RunConfig("synthetic", DataFormat.AUTO, Pruning.CONFIDENCE, MODEL, TrainingConfig.QUICK);

    /** Finished steps of what the Python script wrote. */
    static final long STEP = 7;

    private Ramps() {}

    /** The values of a weight. */
    static float[] values(String name, Shape shape) {
        int first = 0;
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            first += each;
        }
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = first % 1000 + i % 64 / 64f;
        }
        return values;
    }

    /** The weights of a generator. */
    static Map<String, Shape> generator(ModelConfig model) {
        return NetworkVariables.ofGenerator(model).all();
    }

    /** The weights of a whole run. */
    static Map<String, Shape> training(ModelConfig model) {
        var generator = NetworkVariables.ofGenerator(model);
        var discriminator = NetworkVariables.ofDiscriminator(model);
        Map<String, Shape> all = new LinkedHashMap<>(generator.all());
        generator.all().forEach((name, shape) -> all.put(WeightNames.ofGenerator(name, WeightNames.AVERAGED), shape));
        all.putAll(discriminator.all());
        for (var network : List.of(generator, discriminator)) {
            network.trained().forEach((name, shape) -> {
                all.put("adam/" + name + "/m", shape);
                all.put("adam/" + name + "/v", shape);
            });
        }
        return all;
    }

    /** Writes a checkpoint with plain names. */
    static void save(Path prefix, Map<String, Shape> weights) {
        save(prefix, weights, UnaryOperator.identity(), Map.of());
    }

    /** Writes a checkpoint as TensorFlow 2 does. */
    static void saveObjects(Path prefix, Map<String, Shape> weights) {
        var objects = new ObjectGraph();
        weights.keySet().forEach(objects::add);
        save(
                prefix,
                weights,
                ObjectGraph::key,
                Map.of(ObjectGraph.KEY, objects.toProto().toByteArray()));
    }

    /** Writes a checkpoint. */
    static void save(
            Path prefix, Map<String, Shape> weights, UnaryOperator<String> nameInFile, Map<String, byte[]> more) {
        try (var graph = new Graph();
                var session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            List<String> names = new ArrayList<>();
            List<Operand<?>> values = new ArrayList<>();
            weights.forEach((name, shape) -> {
                names.add(nameInFile.apply(name));
                values.add(tf.constant(shape, DataBuffers.of(values(name, shape))));
            });
            more.forEach((name, bytes) -> {
                names.add(name);
                values.add(tf.constantOf(TString.tensorOfBytes(NdArrays.scalarOfObject(bytes))));
            });
            session.run(tf.train.save(tf.constant(prefix.toString()), strings(tf, names), wholes(tf, names), values));
        }
    }

    private static Operand<TString> strings(Ops tf, List<String> values) {
        return tf.array(values.toArray(String[]::new));
    }

    private static Operand<TString> wholes(Ops tf, List<String> names) {
        return strings(tf, Collections.nCopies(names.size(), ""));
    }

    /** Every float32 tensor of a checkpoint by its name in the file. */
    static Map<String, float[]> read(String prefix) {
        List<String> names;
        try (var reader = new CheckpointReader(prefix)) {
            names = List.copyOf(reader.tensors().keySet());
        }
        List<Class<? extends TType>> types = Collections.nCopies(names.size(), TFloat32.class);
        Map<String, float[]> values = new LinkedHashMap<>();
        try (var graph = new Graph();
                var session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            var read = tf.train.restore(tf.constant(prefix), strings(tf, names), wholes(tf, names), types);
            var runner = session.runner();
            read.tensors().forEach(runner::fetch);
            try (var result = runner.run()) {
                for (int i = 0; i < names.size(); i++) {
                    var tensor = (TFloat32) result.get(i);
                    float[] each = new float[Math.toIntExact(tensor.size())];
                    tensor.asRawTensor().data().asFloats().read(each);
                    values.put(names.get(i), each);
                }
            }
        }
        return values;
    }

    /** Makes a run with these weights. */
    static RunFolder run(Path folder, RunConfig config, long step) throws IOException {
        var run = RunFolder.create(folder, config);
        var checkpoint = Files.createDirectory(run.checkpoints().resolve("step-0000000" + step));
        save(checkpoint.resolve("variables"), training(config.model()));
        Files.writeString(
                checkpoint.resolve("state.json"),
                "{\"step\": " + step + ", \"images\": "
                        + step * config.training().batch() + ", \"seconds\": 0}");
        return run;
    }

    /** The newest checkpoint of a run. */
    public static Checkpoints.Checkpoint checkpoint(RunFolder run) {
        return new Checkpoints(run.checkpoints()).latest().orElseThrow();
    }

    /**
     * Compares some weights of a run, bit by bit.
     *
     * @param from the name of the weight whose values each should have
     */
    static void assertRamps(RunFolder run, String network, UnaryOperator<String> from) {
        var values = read(checkpoint(run).variables());
        training(MODEL).forEach((name, shape) -> {
            if (name.startsWith(network + "/")) {
                assertArrayEquals(values(from.apply(name), shape), values.get(name), name);
            }
        });
    }

    /** Unpacks what the Python script wrote. */
    public static void unpack(Path folder) {
        try (var zip = new ZipInputStream(Ramps.class.getResourceAsStream("/weights/python.zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
