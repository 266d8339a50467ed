package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;
import reaging.losses.FaceDescriptor;
import reaging.run.Checkpoints;
import reaging.run.RunFolder;
import reaging.run.Score;
import reaging.run.TrainingConfig;
import reaging.run.TrainingListener;
import reaging.run.TrainingLog;
import reaging.runtime.Devices;

/** Six steps of two images with a snapshot after every second step. */
@Tag("slow")
class EvaluationsTest {
    private static final int BATCH = 2;
    private static final long SNAPSHOT = 2 * BATCH;
    private static final Map<Long, Double> SCORES = Map.of(2L, .1, 4L, .5, 6L, .3);

    @TempDir
    private Path folder;

    private final List<Long> evaluated = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    private Score evaluate(Checkpoints.Checkpoint checkpoint) {
        long step = checkpoint.state().step();
        assertTrue(Files.exists(checkpoint.path().resolve("variables.index")), "it can be exported");
        evaluated.add(step);
        return new Score("HCS", SCORES.get(step), Map.of("hcs", SCORES.get(step), "age_error", 9.0));
    }

    private RunFolder newRun() {
        var quick = TrainingConfig.QUICK.withBatch(BATCH).withSnapshotImages(SNAPSHOT);
        var training = quick.withSchedule(quick.schedule().ofImages(6 * BATCH));
        var config = TinyTraining.run(training);
        return RunFolder.create(folder, "faces", config);
    }

    private void train(RunFolder run, long lastStep, EvaluationPlan plan) {
        var faces = new SyntheticFaceSet(new SyntheticFaces(10, 3, 32));
        var execution =
                new ExecutionOptions(Devices.AUTO, 1, DivergenceChecks.ALL, Histograms.NONE, plan, FaceDescriptor.NONE);
        Trainer.train(run, run.readConfig(), faces, faces, execution, new Watcher(lastStep));
    }

    private EvaluationPlan each(long images) {
        return new EvaluationPlan(images, this::evaluate);
    }

    /** Wants to stop after a step. */
    private final class Watcher implements TrainingListener {
        private final long lastStep;
        private long step;

        Watcher(long lastStep) {
            this.lastStep = lastStep;
        }

        @Override
        public void started(long begun, long steps) {}

        @Override
        public void stepped(Report report) {
            step = report.step();
        }

        @Override
        public void ticked(Report report) {}

        @Override
        public void notice(String text) {
            notices.add(text);
        }

        @Override
        public boolean stopRequested() {
            return step == lastStep;
        }
    }

    private static List<String> kept(RunFolder run) throws IOException {
        try (var files = Files.list(run.checkpoints())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long best(RunFolder run) {
        return new Checkpoints(run.checkpoints()).best().orElseThrow().state().step();
    }

    @Test
    void bestCheckpointIsTheOneWithTheBestScoreAndEverybodyIsTold() throws IOException {
        var run = newRun();
        train(run, -1, each(SNAPSHOT));
        assertEquals(List.of(2L, 4L, 6L), evaluated);
        assertEquals(List.of("step-00000004", "step-00000006"), kept(run));
        assertEquals(4, best(run));
        var lines = TrainingLog.read(run.log()).stream()
                .filter(line -> line.has("evaluation"))
                .toList();
        assertEquals(3, lines.size());
        assertEquals(.5, lines.get(1).getAsJsonObject("evaluation").get("hcs").getAsDouble(), 0);
        assertEquals(8, lines.get(1).get("images").getAsInt());
        assertTrue(notices.get(0).matches("evaluation at kimg 0.0 in \\d+ s: .*hcs 0.100.*"), notices.get(0));
        var page = Files.readString(run.page());
        assertTrue(page.contains("Evaluation: age error") && page.contains("Evaluation: hcs"));
        assertTrue(page.contains("Best by HCS") && page.contains("hcs 0.500"));
    }

    @Test
    void runThatGoesOnKeepsTheBestAndEvaluatesItsEnd() throws IOException {
        var run = newRun();
        train(run, 5, each(SNAPSHOT));
        assertEquals(List.of(2L, 4L), evaluated);
        assertEquals(List.of("step-00000004", "step-00000005"), kept(run));
        train(run, -1, EvaluationPlan.NEVER);
        assertEquals(List.of("step-00000004", "step-00000006"), kept(run));
        // It is over, but its end was not evaluated.
        train(run, -1, each(SNAPSHOT));
        train(run, -1, each(SNAPSHOT));
        assertEquals(List.of(2L, 4L, 6L), evaluated);
        assertEquals(4, best(run));
    }

    @Test
    void evaluationsAreDueAtTheFirstSnapshotAfterEachInterval() {
        var plan = each(25);
        List<Long> due = new ArrayList<>();
        for (long images = 4; images <= 100; images += 4) {
            boolean snapshot = images / 10 > (images - 4) / 10;
            if (snapshot && plan.due(images - 4, images, 10)) {
                due.add(images);
            }
        }
        assertEquals(List.of(32L, 52L, 80L, 100L), due);
        assertFalse(EvaluationPlan.NEVER.due(0, 1000, 10));
    }

    @Test
    void scoreIsANumber() {
        assertThrows(IllegalStateException.class, () -> new Score("HCS", Double.NaN, Map.of()));
    }
}
