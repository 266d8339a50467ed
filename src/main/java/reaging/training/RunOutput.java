package reaging.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import reaging.pictures.Pictures;
import reaging.run.Checkpoints;
import reaging.run.Evaluated;
import reaging.run.Incident;
import reaging.run.RunFolder;
import reaging.run.TensorBoard;
import reaging.run.TrainingListener;
import reaging.run.TrainingLog;
import reaging.run.page.RunPage;

/** Writes a run's log, sample grids, TensorBoard event files and page; it holds open files until it is closed. */
final class RunOutput implements AutoCloseable {
    private final RunFolder run;
    private final VariableHistograms histograms;
    private final TrainingLog log;
    private final TensorBoard board;

    /**
     * Opens the output of a run, appending to existing files.
     *
     * @param step step after which the run resumes
     */
    RunOutput(RunFolder run, VariableHistograms histograms, long step) {
        this.run = run;
        this.histograms = histograms;
        log = new TrainingLog(run.log(), step);
        board = new TensorBoard(run.tensorBoard());
    }

    /** Writes a sample grid of the averaged generator. */
    void sample(Checkpoints.State state, SampleGrid.Sample drawn) {
        Pictures.write(drawn.picture(), run.sample(state.images()));
        board.image("samples", state.step(), drawn.picture());
        histograms.write(board, state.step());
        board.flush();
    }

    /** Writes a line of the log; at a snapshot also the page. */
    void line(TrainingListener.Report report) {
        log.write(report);
        scalars(report).forEach((name, value) -> board.scalar(name, report.step(), value));
        board.flush();
        if (report.heldOutCycle() != null) {
            page();
        }
    }

    private static Map<String, Double> scalars(TrainingListener.Report report) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        var losses = report.metrics();
        scalars.put("discriminator/real", losses.real());
        scalars.put("discriminator/fake", losses.fake());
        if (losses.mismatch() > 0) {
            scalars.put("discriminator/mismatch", losses.mismatch());
        }
        scalars.put("discriminator/r1", losses.r1());
        scalars.put("generator/adversarial", losses.adversarial());
        scalars.put("generator/reconstruction", losses.reconstruction());
        scalars.put("generator/cycle", losses.cycle());
        if (losses.identity() > 0) {
            scalars.put("generator/identity", losses.identity());
        }
        if (losses.background() > 0) {
            scalars.put("generator/background", losses.background());
        }
        scalars.put("generator/diversity", report.metrics().diversity());
        scalars.put("training/learning_rate", (double) report.learningRate());
        scalars.put("training/kimg", report.images() / 1000.0);
        scalars.put("training/seconds_per_kimg", report.secondsPerKimg());
        scalars.put("memory/resident_bytes", (double) report.memory().residentBytes());
        scalars.put("memory/heap_bytes", (double) report.memory().heapBytes());
        if (report.heldOutCycle() != null) {
            scalars.put("held_out/cycle", report.heldOutCycle());
        }
        return scalars;
    }

    /** Writes the result of an evaluation. */
    void evaluated(Evaluated evaluated) {
        log.write(evaluated);
        evaluated.evaluation().forEach((name, value) -> board.scalar("evaluation/" + name, evaluated.step(), value));
        board.flush();
        page();
    }

    void incident(Incident incident) {
        log.write(incident);
        page();
    }

    private void page() {
        try {
            RunPage.write(run);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + run.page(), e);
        }
    }

    @Override
    public void close() {
        log.close();
        board.close();
    }
}
