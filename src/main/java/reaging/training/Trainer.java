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

/** The training loop, in chronological order. */
public final class Trainer {
    /** Number of images between two lines of the log. */
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

    /** Trains with the default {@link ExecutionOptions}. */
    public static Checkpoints.State train(
            RunFolder run, RunConfig config, FaceSet faces, FaceSet heldOut, TrainingListener listener) {
        return train(run, config, faces, heldOut, ExecutionOptions.USUAL, listener);
    }

    /**
     * Trains until the end of the run or until the listener requests a stop; resumes from the run's newest checkpoint, if any.
     *
     * @param faces faces to train on
     * @param heldOut held-out faces for the sample grids
     * @return the state of the run
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

    /** Trains a run that is already locked. */
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
        // A run may have ended earlier before its evaluation.
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

    /** Trains until the end, a stop or trouble, and returns the trouble. */
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
