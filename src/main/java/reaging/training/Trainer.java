package reaging.training;

import java.util.Optional;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import reaging.data.FaceSet;
import reaging.run.Checkpoints;
import reaging.run.Fingerprint;
import reaging.run.HeldRun;
import reaging.run.Incident;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.run.TrainingListener;
import reaging.runtime.Graphs;
import reaging.runtime.Sessions;

/** The training loop, in the order of time. */
public final class Trainer {
    /** Images between two lines of the log. */
    private static final long TICK_IMAGES = 1000;

    private Trainer() {}

    /** Trains with the usual {@link Execution}. */
    public static Checkpoints.State train(
            RunFolder run, RunConfig config, FaceSet faces, FaceSet heldOut, TrainingListener listener) {
        return train(run, config, faces, heldOut, Execution.USUAL, listener);
    }

    /**
     * Trains until the run is long enough or the listener wants it to stop; goes on from the run's newest checkpoint if there
     * is one.
     *
     * @param faces to train on
     * @param heldOut for the sample grids
     * @return how far the run is
     */
    public static Checkpoints.State train(
            RunFolder run,
            RunConfig config,
            FaceSet faces,
            FaceSet heldOut,
            Execution execution,
            TrainingListener listener) {
        try (var held = HeldRun.require(run)) {
            return train(held, config, faces, heldOut, execution, listener);
        }
    }

    /** The same for a run that is held already. */
    public static Checkpoints.State train(
            HeldRun held,
            RunConfig config,
            FaceSet faces,
            FaceSet heldOut,
            Execution execution,
            TrainingListener listener) {
        var run = held.folder();
        var training = config.training();
        execution.device().require(training.computing().precision());
        int size = config.model().imageSize();
        int count = training.batch();
        try (var graph = Graphs.open()) {
            // Build.
            Ops tf = Ops.create(graph);
            var built = TrainingGraph.build(graph, config.model(), training, execution.descriptor());
            var histograms = new VariableHistograms(tf, built.networks(), execution.histograms());
            var checkpoints = new Checkpoints(run.checkpoints(), execution.keptCheckpoints(), listener::notice);
            try (var session = new Session(graph, Sessions.training(training.computing(), execution.device()));
                    var grid = new SampleGrid(heldOut, size, listener::notice)) {

                var step = new TrainingStep(session, built, training);
                var evaluations = new Evaluations(execution.evaluations(), checkpoints, listener);

                // Begin, or go on.
                var progress = new Progress(
                        session, tf, built, training, checkpoints, Fingerprint.of(faces), listener::notice);
                var state = progress.begin();
                listener.started(state.step(), training.steps());

                boolean stop = false;
                while (state.step() < training.steps() && !stop) {
                    var schedule = training.schedule().slowed(state.recoveries());
                    var guard = new DivergenceDetector(execution.guards());
                    Optional<String> trouble = Optional.empty();
                    try (var journal = new Journal(run, histograms, state.step());
                            var batches = TrainingStep.batches(faces, size, training, state, listener::notice)) {
                        if (state.step() == 0) {
                            journal.sample(session, state, grid.draw(session, built.sampling()));
                        }
                        var tick = new LogInterval(state);
                        while (state.step() < training.steps() && !stop) {

                            // Step.
                            tick.begin();
                            var measured = step.run(batches, state);
                            state = tick.add(measured, count);
                            trouble = guard.trouble(measured);
                            if (trouble.isPresent()) {
                                break;
                            }
                            listener.stepped(tick.report(schedule));
                            stop = listener.stopRequested();

                            // Show.
                            boolean last = state.step() == training.steps();
                            boolean snapshot = last || crosses(state.images(), count, training.snapshotImages());
                            if (snapshot) {
                                var drawn = grid.draw(session, built.sampling());
                                state = tick.heldOutCycle(drawn.cycle());
                                journal.sample(session, state, drawn);
                            }
                            if (snapshot || crosses(state.images(), count, TICK_IMAGES)) {
                                var report = tick.report(schedule);
                                journal.tick(report);
                                listener.ticked(report);
                                tick.restart();
                            }

                            // Keep.
                            if (stop || last || (snapshot && guard.calm())) {
                                trouble = progress.save(state);
                            }
                            if (trouble.isPresent()) {
                                break;
                            }

                            // Evaluate.
                            boolean due = snapshot
                                    && execution
                                            .evaluations()
                                            .due(state.images() - count, state.images(), training.snapshotImages());
                            if (due && !last && !stop && guard.calm()) {
                                evaluations.run(journal);
                            }
                        }
                    }

                    // Recover.
                    if (trouble.isPresent()) {
                        long from = state.step();
                        state = progress.goBack(state, trouble.get());
                        var incident = new Incident(state, from, trouble.get(), training.schedule());
                        listener.notice(incident.text());
                        try (var journal = new Journal(run, histograms, state.step())) {
                            journal.incident(incident);
                        }
                    }
                }

                // Evaluate the end, be it that of a run that had no time to.
                if (state.step() == training.steps() && evaluations.missing()) {
                    try (var journal = new Journal(run, histograms, state.step())) {
                        evaluations.run(journal);
                    }
                }
                return state;
            }
        }
    }

    /** Whether the last {@code count} images went past a multiple of {@code interval}. */
    private static boolean crosses(long images, int count, long interval) {
        return images / interval > (images - count) / interval;
    }
}
