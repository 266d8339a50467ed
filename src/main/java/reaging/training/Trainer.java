package reaging.training;

import java.util.Optional;
import reaging.data.FaceSet;
import reaging.run.Checkpoints;
import reaging.run.Fingerprint;
import reaging.run.Incident;
import reaging.run.LockedRun;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.run.TrainingConfig;
import reaging.run.TrainingListener;

/** The training loop, in the order of time. */
public final class Trainer {
    /** Images between two lines of the log. */
    private static final long LOG_IMAGES = 1000;

    private final RunFolder run;
    private final TrainingConfig config;
    private final FaceSet faces;
    private final ExecutionOptions execution;
    private final TrainingListener listener;
    private final TrainingSession training;
    private final SampleGrid grid;
    private final VariableHistograms histograms;
    private final Recovery recovery;
    private final Evaluations evaluations;
    private boolean stop;

    private Trainer(
            RunFolder run,
            FaceSet faces,
            ExecutionOptions execution,
            TrainingListener listener,
            TrainingSession training,
            SampleGrid grid) {
        this.run = run;
        config = training.config().training();
        this.faces = faces;
        this.execution = execution;
        this.listener = listener;
        this.training = training;
        this.grid = grid;
        histograms = training.histograms(execution.histograms());
        var checkpoints = new Checkpoints(run.checkpoints(), execution.keptCheckpoints(), listener::notice);
        recovery = new Recovery(training, checkpoints, Fingerprint.of(faces), listener::notice);
        evaluations = new Evaluations(execution.evaluations(), checkpoints, listener);
    }

    /** Trains with the usual {@link ExecutionOptions}. */
    public static Checkpoints.State train(
            RunFolder run, RunConfig config, FaceSet faces, FaceSet heldOut, TrainingListener listener) {
        return train(run, config, faces, heldOut, ExecutionOptions.USUAL, listener);
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
            ExecutionOptions execution,
            TrainingListener listener) {
        try (var held = LockedRun.require(run)) {
            return train(held, config, faces, heldOut, execution, listener);
        }
    }

    /** The same for a run that is held already. */
    public static Checkpoints.State train(
            LockedRun held,
            RunConfig config,
            FaceSet faces,
            FaceSet heldOut,
            ExecutionOptions execution,
            TrainingListener listener) {
        execution.devices().kind().require(config.training().computing().precision());
        try (var training = new TrainingSession(config, execution.devices(), execution.descriptor());
                var grid = new SampleGrid(heldOut, config.model().imageSize(), listener::notice)) {
            return new Trainer(held.folder(), faces, execution, listener, training, grid).train();
        }
    }

    private Checkpoints.State train() {
        recovery.begin();
        listener.started(training.state().step(), config.steps());
        var trouble = stretch();
        while (trouble.isPresent()) {
            recover(trouble.get());
            trouble = stretch();
        }
        // The end may be that of a run that had no time to be evaluated.
        if (done() && evaluations.missing()) {
            try (var output = output()) {
                evaluations.run(output);
            }
        }
        return training.state();
    }

    private boolean done() {
        return training.state().step() >= config.steps();
    }

    private RunOutput output() {
        return new RunOutput(run, histograms, training.state().step());
    }

    /** Trains to the end, to a stop or into trouble; returns the trouble. */
    private Optional<String> stretch() {
        if (done() || stop) {
            return Optional.empty();
        }
        var schedule = config.schedule().slowed(training.state().recoveries());
        var detector = new DivergenceDetector(execution.checks());
        Optional<String> trouble = Optional.empty();
        try (var output = output();
                var batches = training.batches(faces, listener::notice)) {
            if (training.state().step() == 0) {
                output.sample(training.state(), training.draw(grid));
            }
            var interval = new LogInterval(training.state());
            while (trouble.isEmpty() && !done() && !stop) {

                // Step.
                var metrics = training.step(batches);
                interval.add(metrics);
                trouble = detector.trouble(metrics);
                if (trouble.isPresent()) {
                    break;
                }
                listener.stepped(interval.report(training.state(), schedule));
                stop = listener.stopRequested();

                // Show.
                boolean snapshot = done() || passed(config.snapshotImages());
                if (snapshot) {
                    var drawn = training.draw(grid);
                    training.note(training.state().withHeldOutCycle(drawn.cycle()));
                    output.sample(training.state(), drawn);
                }
                if (snapshot || passed(LOG_IMAGES)) {
                    var report = interval.report(training.state(), schedule);
                    output.line(report);
                    listener.ticked(report);
                    interval = new LogInterval(training.state());
                }

                // Keep, and evaluate what was kept.
                boolean wellAtSnapshot = snapshot && detector.calm();
                if (stop || done() || wellAtSnapshot) {
                    trouble = recovery.save();
                }
                if (trouble.isEmpty() && !stop && !done() && wellAtSnapshot && evaluationDue()) {
                    evaluations.run(output);
                }
            }
        }
        return trouble;
    }

    /** Whether the images of the last step went past a multiple of {@code interval}. */
    private boolean passed(long interval) {
        long images = training.state().images();
        return images / interval > (images - config.batch()) / interval;
    }

    private boolean evaluationDue() {
        long images = training.state().images();
        return execution.evaluations().due(images - config.batch(), images, config.snapshotImages());
    }

    private void recover(String trouble) {
        long from = training.state().step();
        recovery.goBack(trouble);
        var incident = new Incident(training.state(), from, trouble, config.schedule());
        listener.notice(incident.text());
        try (var output = output()) {
            output.incident(incident);
        }
    }
}
