package reaging.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.data.Batch;
import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.data.Pictures;
import reaging.nn.Sessions;
import reaging.nn.VariableFile;

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
        var schedule = training.schedule();
        int size = config.model().imageSize();
        int count = training.batch();
        try (var graph = new Graph()) {
            // Build.
            var built = TrainingGraph.build(graph, config.model(), training);
            var variables = VariableFile.of(Ops.create(graph), built.networks().all());
            var checkpoints = new Checkpoints(run.checkpoints(), execution.keptCheckpoints(), listener::notice);
            try (var session = new Session(graph, Sessions.training(training.computing()));
                    var grid = new SampleGrid(heldOut, size, listener::notice)) {

                // Begin, or go on.
                var state = begin(session, built, variables, checkpoints, Fingerprint.of(faces), listener);
                if (state.step() == 0) {
                    Pictures.write(grid.draw(session, built.sampling()).picture(), sample(run, 0));
                }
                listener.started(state.step(), training.steps());

                try (var log = new TrainingLog(run.log(), state.step());
                        var batches =
                                new Batches(faces, size, count, training.seed(), state.step() + 1, listener::notice)) {
                    var tick = new Tick(state);
                    while (state.step() < training.steps()) {

                        // Step.
                        Losses losses;
                        try (var batch = batches.next()) {
                            losses = step(session, built, batch, schedule, state.images());
                        }
                        state = tick.add(losses, count);
                        long images = state.images();

                        // Report.
                        var report = tick.report(schedule);
                        listener.stepped(report);
                        if (!losses.finite()) {
                            throw new IllegalStateException("losses must be numbers but are " + losses + " at step "
                                    + state.step() + "; try a lower --learning-rate");
                        }
                        if (crosses(images, count, TICK_IMAGES) || state.step() == training.steps()) {
                            log.write(report);
                            tick.restart();
                        }

                        // Keep.
                        boolean last = state.step() == training.steps();
                        boolean snapshot = last || crosses(images, count, training.snapshotImages());
                        if (snapshot) {
                            var drawn = grid.draw(session, built.sampling());
                            Pictures.write(drawn.picture(), sample(run, images));
                            state = state.withHeldOutCycle(drawn.cycle());
                        }
                        boolean stop = listener.stopRequested();
                        if (snapshot || stop) {
                            checkpoints.save(session, variables, state);
                        }
                        if (stop) {
                            break;
                        }
                    }
                }
                return state;
            }
        }
    }

    private static Checkpoints.State begin(
            Session session,
            TrainingGraph built,
            VariableFile variables,
            Checkpoints checkpoints,
            String faces,
            TrainingListener listener) {
        var latest = checkpoints.latest();
        if (latest.isPresent()) {
            restore(session, variables, latest.get());
            var state = latest.get().state();
            if (state.faces() != null && !state.faces().equals(faces)) {
                listener.notice("the data are not those that the run began with (" + state.faces() + " then, " + faces
                        + " now): it goes on, but not to the same bits");
            }
            return state.withFaces(faces);
        }
        if (checkpoints.any()) {
            throw new IllegalStateException("one of a run's checkpoints must be whole to go on but all are damaged;"
                    + " start a new run with --fresh");
        }
        var runner = session.runner();
        built.networks().initializers().forEach(runner::addTarget);
        runner.run().close();
        return new Checkpoints.State(0, 0, 0).withFaces(faces);
    }

    private static void restore(Session session, VariableFile variables, Checkpoints.Checkpoint checkpoint) {
        try {
            variables.restore(session, checkpoint.variables());
        } catch (TensorFlowException e) {
            throw new UncheckedIOException(
                    "the checkpoint " + checkpoint.path() + " does not fit the networks of the run's config.json",
                    new IOException(e.getMessage(), e));
        }
    }

    /** One run of the graph: both networks and the average move. */
    static Losses step(Session session, TrainingGraph built, Batch batch, Schedule schedule, long images) {
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
            Losses.fetches(built).forEach(runner::fetch);
            try (var result = runner.run()) {
                return Losses.of(result);
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
