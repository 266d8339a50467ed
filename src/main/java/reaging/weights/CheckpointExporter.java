package reaging.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TString;
import reaging.files.NewFolder;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.runtime.VariableFile;
import reaging.savedmodel.ModelCards;
import reaging.savedmodel.ObjectGraph;
import reaging.training.RunVariables;

/**
 * Writes the whole state of a run in the form of {@code tf.train.Checkpoint}, so that Python's
 * {@code checkpoint.restore(tf.train.latest_checkpoint(folder)).assert_consumed()} restores it: both networks, the averaged
 * generator, both optimizers and the step.
 * A model card beside it identifies the networks.
 */
public final class CheckpointExporter {
    private static final String NAME = "ckpt-1";

    private CheckpointExporter() {}

    /** Exports a checkpoint. The folder must not exist; it appears once it is complete. */
    public static void export(Checkpoints.Checkpoint checkpoint, RunConfig config, Path folder) {
        try (var variables = RunVariables.of(config, checkpoint)) {
            NewFolder.write(folder, beside -> {
                ModelCards.of(config, checkpoint).write(beside);
                return write(variables, checkpoint.state(), config, beside);
            });
        }
    }

    private static Path write(RunVariables run, Checkpoints.State state, RunConfig config, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        var objects = new TrainingObjects(run.all());
        Ops tf = Ops.create(run.graph());
        var more = counts(tf, state, config);
        more.put(
                ObjectGraph.KEY,
                tf.constantOf(TString.tensorOfBytes(
                        NdArrays.scalarOfObject(objects.graph().toProto().toByteArray()))));
        VariableFile.of(tf, objects.variables(), objects::key, more)
                .save(run.session(), folder.resolve(NAME).toString());
        // This file is read by tf.train.latest_checkpoint.
        return Files.writeString(
                folder.resolve("checkpoint"),
                "model_checkpoint_path: \"" + NAME + "\"\n" + "all_model_checkpoint_paths: \"" + NAME + "\"\n");
    }

    /** Returns the values in a checkpoint other than weights, by key. */
    private static Map<String, Operand<?>> counts(Ops tf, Checkpoints.State state, RunConfig config) {
        Map<String, Operand<?>> counts = new LinkedHashMap<>();
        put(counts, TrainingObjects.STEPS, tf.constant(state.step()));
        put(
                counts,
                TrainingObjects.LEARNING_RATES,
                tf.constant(config.training().schedule().learningRate(state.images())));
        counts.put(ObjectGraph.key(KerasWeights.SAVE_COUNTER), tf.constant(1L));
        return counts;
    }

    private static void put(Map<String, Operand<?>> counts, Collection<String> paths, Operand<?> value) {
        paths.forEach(path -> counts.put(ObjectGraph.key(path), value));
    }
}
