package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;
import reaging.run.Checkpoints;
import reaging.run.DataSource;
import reaging.run.Evaluated;
import reaging.run.Extensions;
import reaging.run.LockedRun;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.run.TrainingConfig;
import reaging.run.TrainingListener;
import reaging.run.TrainingLog;
import reaging.runtime.Computing;
import reaging.runtime.Reproducibility;
import reaging.runtime.Sessions;
import reaging.runtime.VariableFile;

@Tag("slow")
class TrainerTest {
    private static final int SIZE = 32;
    private static final int BATCH = 2;
    private static final int STEPS = 6;

    @TempDir
    private static Path folder;

    private static RunFolder undisturbed;

    /** Wants to stop after some steps. */
    private static final class Watcher implements TrainingListener {
        private final long lastStep;
        private final List<Long> steps = new ArrayList<>();
        private long expectedSteps = STEPS;
        private final List<String> notices = new ArrayList<>();

        Watcher(long lastStep) {
            this.lastStep = lastStep;
        }

        @Override
        public void started(long step, long count) {
            assertEquals(expectedSteps, count);
        }

        @Override
        public void stepped(Report report) {
            steps.add(report.step());
            assertTrue(report.metrics().finite());
        }

        @Override
        public void ticked(Report report) {}

        @Override
        public void notice(String text) {
            notices.add(text);
        }

        @Override
        public boolean stopRequested() {
            return steps.get(steps.size() - 1) == lastStep;
        }
    }

    private static RunConfig config() {
        var quick = TrainingConfig.QUICK.withBatch(BATCH).withSnapshotImages(2 * BATCH);
        var training = quick.withSchedule(quick.schedule().ofImages(STEPS * BATCH))
                .withComputing(Computing.USUAL.withReproducibility(Reproducibility.DETERMINISTIC));
        return TinyTraining.run(training);
    }

    @BeforeAll
    static void trainWithoutDisturbance() {
        undisturbed = newRun();
        var watcher = new Watcher(-1);
        assertEquals(STEPS, train(undisturbed, watcher).step());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), watcher.steps);
    }

    private static RunFolder newRun() {
        return RunFolder.create(folder, "faces", config());
    }

    private static Checkpoints.State train(RunFolder run, Watcher watcher) {
        var faces = new SyntheticFaceSet(new SyntheticFaces(10, 3, SIZE));
        return Trainer.train(run, run.readConfig(), faces, faces, watcher);
    }

    private static void assertEndsAsUndisturbed(RunFolder run) throws IOException {
        assertEqualVariables(undisturbed, run);
    }

    private static void assertEqualVariables(RunFolder one, RunFolder other) throws IOException {
        var variables = Path.of("step-00000006", "variables.data-00000-of-00001");
        var expected = one.checkpoints().resolve(variables);
        assertEquals(
                -1, Files.mismatch(expected, other.checkpoints().resolve(variables)), "every bit of every variable");
    }

    @Test
    void runThatIsStoppedAgainAndAgainEndsWithTheBitsOfAnUndisturbedOne() throws IOException {
        var stopped = newRun();
        for (long last : new long[] {1, 2, 5}) {
            assertEquals(last, train(stopped, new Watcher(last)).step());
        }
        var rest = new Watcher(-1);
        var state = train(stopped, rest);
        assertEquals(STEPS, state.step());
        assertEquals(STEPS * BATCH, state.images());
        assertEquals(List.of(6L), rest.steps);
        assertEndsAsUndisturbed(stopped);
        assertTrue(Files.exists(stopped.samples().resolve("kimg-0000.0.png")));
    }

    @Test
    void runInMicroBatchesEndsWithTheSameBitsToo() throws IOException {
        var shown = Extensions.NONE.withMaskDropout(.5f).withGrey(.5f);
        var inParts =
                config().withTraining(config().training().withMicroBatch(1).withExtensions(shown));
        var undisturbedInParts = RunFolder.create(folder, "faces", inParts);
        train(undisturbedInParts, new Watcher(-1));
        var stopped = RunFolder.create(folder, "faces", inParts);
        train(stopped, new Watcher(3));
        train(stopped, new Watcher(-1));
        assertEqualVariables(undisturbedInParts, stopped);
    }

    @Test
    void damagedCheckpointIsNamedAndTheOneBeforeItIsTaken() throws IOException {
        var killed = newRun();
        train(killed, new Watcher(4));
        // One bit of the newest checkpoint is another, and one more was being written.
        var newest = killed.checkpoints().resolve("step-00000004");
        var data = newest.resolve("variables.data-00000-of-00001");
        byte[] bytes = Files.readAllBytes(data);
        bytes[bytes.length / 2] ^= 1;
        Files.write(data, bytes);
        var unfinished = Files.createDirectories(killed.checkpoints().resolve("unfinished"));
        Files.write(unfinished.resolve("variables.data-00000-of-00001"), Arrays.copyOf(bytes, 100));
        Files.writeString(killed.log(), "{\"step\":2}\n{\"step\":4}\n{\"st");

        var rest = new Watcher(-1);
        train(killed, rest);
        assertEquals(List.of(3L, 4L, 5L, 6L), rest.steps);
        assertEquals(
                List.of("the checkpoint " + newest
                        + " is damaged and skipped: variables.data-00000-of-00001 does not match its checksum"),
                rest.notices);
        assertEndsAsUndisturbed(killed);
        assertEquals(List.of(2L, 4L, 6L), loggedSteps(killed), "lines after the checkpoint are written again");
    }

    private static List<Long> loggedSteps(RunFolder run) throws IOException {
        return TrainingLog.read(run.log()).stream()
                .map(line -> line.get("step").getAsLong())
                .toList();
    }

    /** Replaces a variable in a checkpoint, whose checksums are right all the same. */
    private static void plant(RunFolder run, String name, float value) {
        var checkpoints = new Checkpoints(run.checkpoints());
        var latest = checkpoints.latest().orElseThrow();
        try (var graph = new Graph()) {
            Ops tf = Ops.create(graph);
            var built = TrainingGraph.build(graph, config().model(), config().training());
            var variables = built.networks().all();
            var file = VariableFile.of(tf, variables);
            var victim = variables.stream()
                    .filter(variable -> variable.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            var planted = tf.fill(tf.constant(victim.shape().asArray()), tf.constant(value));
            var plant = victim.assign(tf, planted);
            try (var session = new Session(graph, Sessions.inference())) {
                file.restore(session, latest.variables());
                session.runner().addTarget(plant).run().close();
                checkpoints.save(session, file, latest.state());
            }
        }
    }

    @Test
    void trainingThatGoesWrongGoesBackWithALowerLearningRateUntilItIsWell() throws IOException {
        var run = newRun();
        train(run, new Watcher(4));
        plant(run, "generator/decoder/norm/gamma", Float.NaN);
        new Checkpoints(run.checkpoints()).note(new Evaluated(2, 4, 0, "HCS", .7, Map.of("hcs", .7)));
        var watcher = new Watcher(-1);
        var state = train(run, watcher);

        // Once more from the newest checkpoint, then from the one before.
        assertEquals(List.of(3L, 4L, 5L, 6L), watcher.steps);
        assertEquals(2, watcher.notices.size(), watcher.notices.toString());
        assertTrue(watcher.notices.get(0).startsWith("step 5: losses must be finite"), watcher.notices.get(0));
        assertTrue(
                watcher.notices.get(0).endsWith("back to step 4 with learning rate 0.00019 (return 1)"),
                watcher.notices.get(0));
        assertTrue(watcher.notices.get(1).contains("back to step 2 with learning rate"), watcher.notices.get(1));
        assertEquals(2, state.recoveries());
        var best = new Checkpoints(run.checkpoints()).best().orElseThrow();
        assertEquals(2, best.state().step(), "what it went back to keeps its score");
        assertEquals(List.of(2L, 4L, 2L, 4L, 6L), loggedSteps(run), "a snapshot, two returns, two snapshots");
        var logged = TrainingLog.read(run.log()).get(2);
        assertEquals(5, logged.get("from").getAsInt());
        assertTrue(logged.get("trouble").getAsString().contains("NaN"));
    }

    @Test
    void trainingThatStaysWrongStopsAfterThreeReturns() {
        var run = newRun();
        train(run, new Watcher(1));
        // Nothing but the bias is left: one face for everybody.
        plant(run, "generator/decoder/to_rgb/kernel", 0);
        var watcher = new Watcher(-1);
        var longer = config().training()
                .withSchedule(config().training().schedule().ofImages(100).withLearningRate(1e-9f));
        var faces = new SyntheticFaceSet(new SyntheticFaces(10, 3, SIZE));
        watcher.expectedSteps = 50;
        var error = assertThrows(
                IllegalStateException.class,
                () -> Trainer.train(run, config().withTraining(longer), faces, faces, watcher));
        assertEquals(3, watcher.notices.size(), watcher.notices.toString());
        assertTrue(watcher.notices.get(0).contains("all the same for 10 steps"), watcher.notices.get(0));
        assertTrue(error.getMessage().contains("after 3 returns to a checkpoint"), error.getMessage());
        assertTrue(error.getMessage().contains("train again with a lower learning rate"), error.getMessage());
        assertEquals(
                1,
                new Checkpoints(run.checkpoints())
                        .latest()
                        .orElseThrow()
                        .state()
                        .step());
    }

    @Test
    void otherDataAreNoticed() throws IOException {
        var run = newRun();
        train(run, new Watcher(2));
        var others = new SyntheticFaceSet(new SyntheticFaces(12, 3, SIZE));
        var watcher = new Watcher(4);
        Trainer.train(run, run.readConfig(), others, others, watcher);
        assertEquals(1, watcher.notices.size(), watcher.notices.toString());
        assertTrue(watcher.notices.get(0).contains("12 faces"), watcher.notices.get(0));
    }

    @Test
    void runThatIsBeingTrainedIsNotTrainedASecondTime() {
        var run = newRun();
        try (var held = LockedRun.require(run)) {
            var error = assertThrows(IllegalStateException.class, () -> train(held.folder(), new Watcher(1)));
            assertTrue(error.getMessage().contains("another one is training " + run.path()), error.getMessage());
        }
    }

    @Test
    void newRunsAreNumberedAndTheNewestIsTheLatest() {
        var run = newRun();
        assertTrue(run.path().getFileName().toString().matches("0000[1-9]-faces-smallest"), run.toString());
        assertEquals(run, RunFolder.open(folder, "latest"));
        assertEquals(Optional.of(run), RunFolder.newest(folder, config()));
        var other = config().withData(DataSource.of("elsewhere"));
        assertEquals(Optional.empty(), RunFolder.newest(folder, other));
    }

    @Test
    void configurationComesBackFromDisk() {
        var config = config();
        var run = RunFolder.create(folder, "faces", config);
        assertEquals(config, run.readConfig());
        assertFalse(new Checkpoints(run.checkpoints()).latest().isPresent());
    }
}
