package reaging.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.losses.FaceDescriptor;
import reaging.run.Checkpoints;
import reaging.run.LossScale;
import reaging.run.Metrics;
import reaging.run.RunConfig;
import reaging.runtime.Cluster;
import reaging.runtime.Devices;
import reaging.runtime.Graphs;
import reaging.runtime.MultiplyAdds;
import reaging.runtime.Precision;
import reaging.runtime.Profile;
import reaging.runtime.Profiler;
import reaging.runtime.Variable;
import reaging.runtime.VariableFile;

/**
 * Networks in training: their graph, a session with their values, and the state of the training. {@link Trainer}, {@link
 * StepwiseTraining} and {@link TimedTraining} train through it. It holds native memory until it is closed.
 */
final class TrainingSession implements AutoCloseable {
    private final RunConfig config;
    private final Devices devices;
    private final Graph graph = Graphs.open();
    private final TrainingGraph built;
    private final List<Variable> variables;
    private final VariableFile file;
    private final Operand<TBool> finite; // [variables]
    private final Session session;
    private final TrainingStep step;
    private Checkpoints.State state = new Checkpoints.State(0, 0, 0);
    private boolean workerLost;

    /** Builds the networks; {@link #restart} or {@link #restore} sets their values. */
    TrainingSession(RunConfig config, Devices devices, FaceDescriptor descriptor) {
        this.config = config;
        this.devices = devices;
        Ops tf = Ops.create(graph);
        built = TrainingGraph.build(graph, config.model(), config.training(), descriptor);
        variables = built.networks().all();
        file = VariableFile.of(tf, variables);
        finite = finite(tf, variables);
        requireWork();
        var towers = Towers.of(graph, built, devices);
        session = devices.open(graph, config.training().computing());
        step = new TrainingStep(session, built, towers, config.training());
    }

    /** Creates a session with initial values. */
    static TrainingSession begun(RunConfig config, Devices devices, FaceDescriptor descriptor) {
        var training = new TrainingSession(config, devices, descriptor);
        training.restart();
        return training;
    }

    /** Sets all variables to their initial values. */
    void restart() {
        run(built.steps().preparations());
        run(built.networks().initializers());
        state = scaled(new Checkpoints.State(0, 0, 0));
    }

    private void requireWork() {
        int parts = config.training().microBatches();
        if (devices.count() > parts) {
            throw new IllegalArgumentException("each of " + devices.count()
                    + " devices must have a micro-batch of a step but a step has " + parts + " (batch "
                    + config.training().batch() + ", micro-batch "
                    + config.training().microBatch()
                    + "); name fewer devices, or start a new run with a smaller micro-batch");
        }
    }

    private static Operand<TBool> finite(Ops tf, List<Variable> variables) {
        List<Operand<TBool>> each = new ArrayList<>();
        for (var variable : variables) {
            var flat = tf.reshape(tf.math.isFinite(variable.read(tf)), tf.array(-1));
            each.add(tf.reduceAll(flat, tf.array(0)));
        }
        return tf.stack(each);
    }

    private void run(List<Op> ops) {
        // TensorFlow refuses to run without any op.
        if (!ops.isEmpty()) {
            var runner = session.runner();
            ops.forEach(runner::addTarget);
            runner.run().close();
        }
    }

    /** Adds a loss scale if losses are float16; checkpoints of older runs lack it. */
    private Checkpoints.State scaled(Checkpoints.State from) {
        boolean wanted = config.training().computing().precision() == Precision.FLOAT16;
        return wanted && from.lossScale() == null ? from.withLossScale(LossScale.INITIAL) : from;
    }

    /** Returns the configuration. */
    RunConfig config() {
        return config;
    }

    /** Returns the state of the training. */
    Checkpoints.State state() {
        return state;
    }

    /** Sets the parts of the state that a step does not determine. */
    void note(Checkpoints.State other) {
        state = other;
    }

    /** Returns the micro-batches of the remaining steps; the caller closes them. */
    Batches batches(FaceSet faces, Consumer<String> notices) {
        return TrainingStep.batches(faces, config.model().imageSize(), config.training(), state, notices);
    }

    /** Takes a step: both networks and the average move. */
    Metrics step(Batches batches) {
        return take(step, batches);
    }

    /** Takes traced steps and returns the time profile of one of them. */
    Profile profile(Batches batches, int steps) {
        var profiler = new Profiler(graph);
        var profiled = step.profiled(profiler);
        for (int i = 0; i < steps; i++) {
            take(profiled, batches);
        }
        return profiler.profile(steps);
    }

    private Metrics take(TrainingStep next, Batches batches) {
        long began = System.nanoTime();
        var metrics = metrics(next, batches);
        double seconds = (System.nanoTime() - began) / 1e9;
        state = state.after(config.training().batch(), seconds, metrics.overflowed());
        return metrics;
    }

    private Metrics metrics(TrainingStep next, Batches batches) {
        if (devices.cluster().isEmpty()) {
            return next.run(batches, state);
        }
        try {
            return devices.cluster().get().whileTheyAnswer(() -> next.run(batches, state));
        } catch (TensorFlowException | Cluster.NoAnswer e) {
            workerLost = true;
            throw new WorkerLost(state.step(), devices.cluster().get().culprit(e), e);
        }
    }

    /** Draws held-out faces with the current averaged generator. */
    SampleGrid.Sample draw(SampleGrid grid) {
        return grid.draw(session, built.sampling());
    }

    /** Returns the histograms of the trained variables. */
    VariableHistograms histograms(Histograms wanted) {
        return new VariableHistograms(session, Ops.create(graph), built.networks(), wanted);
    }

    /** Returns the number of multiply-adds in a step. */
    long multiplyAdds() {
        return built.steps().runs().stream()
                .mapToLong(run -> MultiplyAdds.before(run.op())
                        * (run.times() == TrainingGraph.Times.ONCE
                                ? 0
                                : config.training().microBatches()))
                .sum();
    }

    /** Restores a checkpoint. */
    void restore(Checkpoints.Checkpoint checkpoint) {
        run(built.steps().preparations());
        try {
            file.restore(session, checkpoint.variables());
        } catch (TensorFlowException e) {
            throw new UncheckedIOException(
                    "the checkpoint " + checkpoint.path() + " does not fit the networks of the run's config.json",
                    new IOException(e.getMessage(), e));
        }
        state = scaled(checkpoint.state());
    }

    /** Writes a checkpoint. */
    void save(Checkpoints checkpoints) {
        checkpoints.save(session, file, state);
    }

    /** Returns the name of a variable that holds a value that is not finite, if any. */
    Optional<String> damagedVariable() {
        try (var result = session.runner().fetch(finite).run()) {
            var each = (TBool) result.get(0);
            for (int i = 0; i < variables.size(); i++) {
                if (!each.getBoolean(i)) {
                    return Optional.of(variables.get(i).name());
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // Closing a session whose worker is gone would wait for it.
        if (!workerLost) {
            session.close();
            graph.close();
        }
    }
}
