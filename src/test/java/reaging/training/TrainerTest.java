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
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.SyntheticFaceSet;
import reaging.data.SyntheticFaces;
import reaging.nn.Computing;
import reaging.nn.Reproducibility;

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
        private final List<String> notices = new ArrayList<>();

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
                .withComputing(new Computing(Reproducibility.DETERMINISTIC));
        return new RunConfig("synthetic", TinyTraining.MODEL, training);
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
        var variables = Path.of("step-00000006", "variables.data-00000-of-00001");
        var expected = undisturbed.checkpoints().resolve(variables);
        assertEquals(-1, Files.mismatch(expected, run.checkpoints().resolve(variables)), "every bit of every variable");
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
                        + " is damaged and left out: variables.data-00000-of-00001 does not match its checksum"),
                rest.notices);
        assertEndsAsUndisturbed(killed);
        var log = Files.readAllLines(killed.log());
        assertEquals("{\"step\":2}", log.get(0));
        assertEquals(2, log.size(), "lines after the checkpoint are written again: " + log);
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
        var error = RunLock.holding(
                run.path(), () -> assertThrows(IllegalStateException.class, () -> train(run, new Watcher(1))));
        assertTrue(error.getMessage().contains("another one is training " + run.path()), error.getMessage());
    }

    @Test
    void newRunsAreNumberedAndTheNewestIsTheLatest() {
        var run = newRun();
        assertTrue(run.path().getFileName().toString().matches("0000[1-9]-faces-smallest"), run.toString());
        assertEquals(run, RunFolder.open(folder, "latest"));
        assertEquals(Optional.of(run), RunFolder.newest(folder, config()));
        var other = config().withData("elsewhere");
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
