package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.data.DataFormat;
import reaging.data.Pruning;
import reaging.data.SyntheticFaceSet;
import reaging.data.SyntheticFaces;
import reaging.model.ModelConfig;
import reaging.nn.Variable;
import reaging.nn.VariableFile;
import reaging.nn.Weights;

class TrainerTest {
    private static final int SIZE = 32;
    private static final int BATCH = 2;
    private static final int STEPS = 6;

    @TempDir
    private Path folder;

    /** Wants to stop after some steps. */
    private static final class Watcher implements TrainingListener {
        private final long lastStep;
        private final List<Long> steps = new ArrayList<>();

        Watcher(long lastStep) {
            this.lastStep = lastStep;
        }

        @Override
        public void started(long step, long count) {
            assertEquals(STEPS, count);
        }

        @Override
        public void stepped(Report report) {
            steps.add(report.step());
            assertTrue(report.losses().finite());
        }

        @Override
        public void notice(String text) {}

        @Override
        public boolean stopRequested() {
            return steps.get(steps.size() - 1) == lastStep;
        }
    }

    private static RunConfig config() {
        var quick = TrainingConfig.QUICK.withBatch(BATCH);
        var training = quick.withSchedule(quick.schedule().ofImages(STEPS * BATCH));
        return new RunConfig("synthetic", DataFormat.AUTO, Pruning.CONFIDENCE, ModelConfig.preset("tiny-32"), training);
    }

    private static Checkpoints.State train(RunFolder run, Watcher watcher) {
        var faces = new SyntheticFaceSet(new SyntheticFaces(10, 3, SIZE));
        return Trainer.train(run, run.readConfig(), faces, faces, watcher);
    }

    /** The mean of the generator's first kernel in the newest checkpoint. */
    private static float firstKernelMean(RunFolder run) {
        var checkpoint = new Checkpoints(run.checkpoints()).latest().orElseThrow();
        try (var graph = new Graph()) {
            Ops tf = Ops.create(graph);
            var weights = Weights.unfilled(graph, "generator/identity_encoder/from_rgb");
            weights.create("kernel", null, 3, 3, 3, 8);
            List<Variable> variables = List.copyOf(weights.all());
            var file = VariableFile.of(tf, variables);
            var mean = tf.math.mean(tf.math.abs(variables.get(0).read(tf)), tf.array(0, 1, 2, 3));
            try (var session = new Session(graph)) {
                file.restore(session, checkpoint.variables());
                try (var result = session.runner().fetch(mean).run()) {
                    return ((TFloat32) result.get(0)).getFloat();
                }
            }
        }
    }

    @Test
    void stoppedRunGoesOnWhereItWasAndEndsLikeAnUndisturbedOne() throws IOException {
        var undisturbed = RunFolder.create(folder, "faces", config());
        var watcher = new Watcher(-1);
        assertEquals(STEPS, train(undisturbed, watcher).step());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), watcher.steps);

        var stopped = RunFolder.create(folder, "faces", config());
        assertEquals("00001-faces-tiny-32", stopped.path().getFileName().toString());
        assertEquals(4, train(stopped, new Watcher(4)).step());
        var rest = new Watcher(-1);
        var state = train(RunFolder.open(folder, "latest"), rest);
        assertEquals(new Checkpoints.State(STEPS, STEPS * BATCH, state.seconds()), state);
        assertEquals(List.of(5L, 6L), rest.steps);
        assertEquals(firstKernelMean(undisturbed), firstKernelMean(stopped), 1e-4f);
        assertTrue(Files.exists(stopped.samples().resolve("kimg-0000.0.png")));
    }

    @Test
    void configurationComesBackFromDisk() {
        var config = config();
        var run = RunFolder.create(folder, "faces", config);
        assertEquals(config, run.readConfig());
        assertFalse(new Checkpoints(run.checkpoints()).latest().isPresent());
    }
}
