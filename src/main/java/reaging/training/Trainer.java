package reaging.training;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.data.Batch;
import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.data.Pictures;
import reaging.nn.Sessions;

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
        return RunLock.holding(run.path(), () -> trainAlone(run, config, faces, heldOut, execution, listener));
    }

    private static Checkpoints.State trainAlone(
            RunFolder run,
            RunConfig config,
            FaceSet faces,
            FaceSet heldOut,
            Execution execution,
            TrainingListener listener) {
        var training = config.training();
        int size = config.model().imageSize();
        int count = training.batch();
        try (var graph = new Graph()) {
            // Build.
            var built = TrainingGraph.build(graph, config.model(), training);
            var checkpoints = new Checkpoints(run.checkpoints(), execution.keptCheckpoints(), listener::notice);
            try (var session = new Session(graph, Sessions.training(training.computing()));
                    var grid = new SampleGrid(heldOut, size, listener::notice)) {
                var progress = new Progress(
                        session, Ops.create(graph), built, checkpoints, Fingerprint.of(faces), listener::notice);

                // Begin, or go on.
                var state = progress.begin();
                if (state.step() == 0) {
                    Pictures.write(grid.draw(session, built.sampling()).picture(), sample(run, 0));
                }
                listener.started(state.step(), training.steps());

                boolean stop = false;
                while (state.step() < training.steps() && !stop) {
                    var schedule = training.schedule().slowed(state.recoveries());
                    var guard = new Guard(execution.guards());
                    Optional<String> trouble = Optional.empty();
                    try (var log = new TrainingLog(run.log(), state.step());
                            var batches = new Batches(
                                    faces, size, count, training.seed(), state.step() + 1, listener::notice)) {
                        var tick = new Tick(state);
                        while (state.step() < training.steps() && !stop && trouble.isEmpty()) {

                            // Step.
                            Measured measured;
                            try (var batch = batches.next()) {
                                measured = step(session, built, batch, schedule, state.images());
                            }
                            state = tick.add(measured, count);
                            long images = state.images();
                            boolean last = state.step() == training.steps();
                            boolean snapshot = last || crosses(images, count, training.snapshotImages());

                            // Watch.
                            trouble = guard.trouble(measured);
                            if (trouble.isPresent()) {
                                break;
                            }

                            // Report.
                            var report = tick.report(schedule);
                            listener.stepped(report);
                            if (crosses(images, count, TICK_IMAGES) || last) {
                                log.write(report);
                                tick.restart();
                            }

                            // Keep.
                            if (snapshot) {
                                var drawn = grid.draw(session, built.sampling());
                                Pictures.write(drawn.picture(), sample(run, images));
                                state = state.withHeldOutCycle(drawn.cycle());
                            }
                            stop = listener.stopRequested();
                            if (stop || last || (snapshot && guard.calm())) {
                                trouble = progress.save(state);
                            }
                        }
                    }

                    // Recover.
                    if (trouble.isPresent()) {
                        long from = state.step();
                        state = progress.goBack(state, trouble.get());
                        var incident = new Incident(state, from, trouble.get(), training.schedule());
                        listener.notice(incident.text());
                        try (var log = new TrainingLog(run.log(), state.step())) {
                            log.write(incident);
                        }
                    }
                }
                return state;
            }
        }
    }

    /** One run of the graph: both networks and the average move. */
    static Measured step(Session session, TrainingGraph built, Batch batch, Schedule schedule, long images) {
        var inputs = built.inputs();
        try (var groups = batch.groupsOneHot();
                var targets = batch.targetsOneHot();
                var step = TInt64.scalarOf(batch.step());
                var learningRate = TFloat32.scalarOf(schedule.learningRate(images));
                var reconstructionWeight = TFloat32.scalarOf(schedule.reconstructionWeight(images));
                var averageDecay = TFloat32.scalarOf(schedule.averageDecay(batch.step()))) {
            var runner = session.runner()
                    .feed(inputs.images(), batch.pixels().images())
                    .feed(inputs.masks(), batch.pixels().masks())
                    .feed(inputs.groups(), groups)
                    .feed(inputs.targets(), targets)
                    .feed(inputs.step(), step)
                    .feed(inputs.learningRate(), learningRate)
                    .feed(inputs.reconstructionWeight(), reconstructionWeight)
                    .feed(inputs.averageDecay(), averageDecay)
                    .addTarget(built.steps().all());
            Measured.fetch(runner, built);
            try (var result = runner.run()) {
                return Measured.of(result);
            }
        }
    }

    /** Whether the last {@code count} images went past a multiple of {@code interval}. */
    private static boolean crosses(long images, int count, long interval) {
        return images / interval > (images - count) / interval;
    }

    private static Path sample(RunFolder run, long images) {
        return run.samples().resolve(String.format(Locale.ROOT, "kimg-%06.1f.png", images / 1000.0));
    }
}
