package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.data.Batches;
import reaging.data.FivePoints;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;
import reaging.model.ModelConfig;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.run.TrainingConfig;
import reaging.runtime.Devices;
import reaging.runtime.Sessions;
import reaging.runtime.VariableFile;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCard;
import reaging.savedmodel.ReAger;

/** From a session to disk and back. */
class ExportTest {
    private static final int BATCH = 2;
    private static final ModelConfig MODEL = ModelConfig.preset("tiny-32");
    private static final TrainingConfig CONFIG = TrainingConfig.QUICK.withBatch(BATCH);

    @TempDir
    private Path folder;

    private static void initialize(Session session, TrainingGraph built) {
        var runner = session.runner();
        built.networks().initializers().forEach(runner::addTarget);
        runner.run().close();
    }

    @Test
    void loadedModelGivesThePixelsOfTheSession() throws IOException {
        var faces = new SyntheticFaceSet(new SyntheticFaces(8, 1, MODEL.imageSize()));
        Files.createDirectories(folder.resolve("checkpoints"));
        var checkpoints = new Checkpoints(folder.resolve("checkpoints"));
        var model = folder.resolve("model");
        try (var graph = new Graph()) {
            var built = TrainingGraph.build(graph, MODEL, CONFIG);
            var variables = VariableFile.of(Ops.create(graph), built.networks().all());
            try (var session = new Session(graph, Sessions.inference());
                    var batches = new Batches(faces, MODEL.imageSize(), BATCH, 0, 1, notice -> {})) {
                var step = new TrainingStep(session, built, Towers.of(graph, built, Devices.AUTO), CONFIG);
                initialize(session, built);
                // Some steps, so that averages and running statistics are not what they began with.
                for (int number = 0; number < 5; number++) {
                    step.run(batches, new Checkpoints.State(number, 0, 0));
                }
                checkpoints.save(session, variables, new Checkpoints.State(5, 10, 0));
                var run = new RunConfig("synthetic", DataFormat.AUTO, Pruning.CONFIDENCE, MODEL, CONFIG);
                var card = new ModelCard(
                        "test", run, 5, 10, "synthetic", FivePoints.SYNTHETIC, "none", Map.of(), Map.of());
                Exporter.export(checkpoints.latest().orElseThrow(), card, model);
                try (var batch = batches.next();
                        var targets = batch.targetsOneHot();
                        var years = centres(batch.targets());
                        var expected = session.runner()
                                .feed(built.sampling().images(), batch.pixels().images())
                                .feed(built.sampling().masks(), batch.pixels().masks())
                                .feed(built.sampling().groups(), targets)
                                .fetch(built.sampling().reAged())
                                .run();
                        var reAger = ReAger.load(model);
                        var actual = reAger.reAge(
                                batch.pixels().images(), batch.pixels().masks(), years)) {
                    assertEquals(card, reAger.card().orElseThrow());
                    assertClose((TFloat32) expected.get(0), (TFloat32) actual.get(0));
                }
            }
        }
    }

    private static TFloat32 centres(int[] groups) {
        double[] centres = reaging.data.AgeGroup.centres();
        return TFloat32.vectorOf((float) centres[groups[0]], (float) centres[groups[1]]);
    }

    // Not equal: TensorFlow fuses and orders the ops of a function as it likes. The bound is that of our SavedModels.
    private static void assertClose(TFloat32 expected, TFloat32 actual) {
        assertEquals(expected.shape(), actual.shape());
        expected.scalars()
                .forEachIndexed((index, value) -> assertEquals(value.getFloat(), actual.getFloat(index), 1e-5f));
    }

    @Test
    void failedCheckpointLeavesTheOneBeforeItValid() throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        var checkpoints = new Checkpoints(folder.resolve("checkpoints"));
        try (var graph = new Graph()) {
            var built = TrainingGraph.build(graph, MODEL, CONFIG);
            var variables = VariableFile.of(Ops.create(graph), built.networks().all());
            try (var session = new Session(graph, Sessions.inference())) {
                initialize(session, built);
                checkpoints.save(session, variables, new Checkpoints.State(1, 2, 0));
            }
            // Variables without values cannot be written: it fails in the middle, as on a full disk.
            try (var session = new Session(graph, Sessions.inference())) {
                var error = assertThrows(
                        UncheckedIOException.class,
                        () -> checkpoints.save(session, variables, new Checkpoints.State(2, 4, 0)));
                assertTrue(error.getMessage().contains("those before it are complete"), error.getMessage());
                var latest = checkpoints.latest().orElseThrow();
                assertEquals(1, latest.state().step());
                variables.restore(session, latest.variables());
            }
        }
        try (var files = Files.list(folder.resolve("checkpoints"))) {
            assertEquals(1, files.count(), "nothing half-written is left");
        }
    }
}
