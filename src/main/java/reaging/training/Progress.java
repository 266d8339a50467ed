package reaging.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import reaging.run.Checkpoints;
import reaging.run.LossScale;
import reaging.run.TrainingConfig;
import reaging.runtime.Precision;
import reaging.runtime.Variable;
import reaging.runtime.VariableFile;

/** The variables of a run in a session, and their way to disk and back. */
final class Progress {
    private static final int MOST_RECOVERIES = 3;

    private final Session session;
    private final TrainingGraph built;
    private final TrainingConfig config;
    private final Checkpoints checkpoints;
    private final String faces;
    private final Consumer<String> notices;
    private final List<Variable> variables;
    private final VariableFile file;
    private final Operand<TBool> finite; // [variables]
    private long wentBackTo = -1; // step; -1: not yet

    /**
     * Adds what it needs to the graph.
     *
     * @param faces their fingerprint
     */
    Progress(
            Session session,
            Ops tf,
            TrainingGraph built,
            TrainingConfig config,
            Checkpoints checkpoints,
            String faces,
            Consumer<String> notices) {
        this.session = session;
        this.built = built;
        this.config = config;
        this.checkpoints = checkpoints;
        this.faces = faces;
        this.notices = notices;
        variables = built.networks().all();
        file = VariableFile.of(tf, variables);
        finite = finite(tf, variables);
    }

    private static Operand<TBool> finite(Ops tf, List<Variable> variables) {
        List<Operand<TBool>> each = new ArrayList<>();
        for (var variable : variables) {
            var flat = tf.reshape(tf.math.isFinite(variable.read(tf)), tf.array(-1));
            each.add(tf.reduceAll(flat, tf.array(0)));
        }
        return tf.stack(each);
    }

    /** Takes the newest checkpoint, or first values where there is none. */
    Checkpoints.State begin() {
        // Ops of one run; TensorFlow refuses a run of none.
        if (!built.steps().preparations().isEmpty()) {
            run(built.steps().preparations());
        }
        var state = begun();
        boolean scaled = config.computing().precision() == Precision.FLOAT16;
        return scaled && state.lossScale() == null ? state.withLossScale(LossScale.INITIAL) : state;
    }

    private void run(List<Op> ops) {
        var runner = session.runner();
        ops.forEach(runner::addTarget);
        runner.run().close();
    }

    private Checkpoints.State begun() {
        var latest = checkpoints.latest();
        if (latest.isEmpty()) {
            return beginAnew();
        }
        restore(latest.get());
        var state = latest.get().state();
        if (state.faces() != null && !state.faces().equals(faces)) {
            notices.accept("the data are not those that the run began with (" + state.faces() + " then, " + faces
                    + " now): it goes on, but not to the same bits");
        }
        return state.withFaces(faces);
    }

    private Checkpoints.State beginAnew() {
        if (checkpoints.any()) {
            throw new IllegalStateException("one of a run's checkpoints must be whole to go on but all are damaged;"
                    + " start a new run with --fresh");
        }
        run(built.networks().initializers());
        return new Checkpoints.State(0, 0, 0).withFaces(faces);
    }

    private void restore(Checkpoints.Checkpoint checkpoint) {
        try {
            file.restore(session, checkpoint.variables());
        } catch (TensorFlowException e) {
            throw new UncheckedIOException(
                    "the checkpoint " + checkpoint.path() + " does not fit the networks of the run's config.json",
                    new IOException(e.getMessage(), e));
        }
    }

    /**
     * Writes a checkpoint, unless a variable holds a value that is no number: that would be none to go back to.
     *
     * @return what is wrong, if anything is
     */
    Optional<String> save(Checkpoints.State state) {
        var trouble = trouble();
        if (trouble.isEmpty()) {
            checkpoints.save(session, file, state);
        }
        return trouble;
    }

    private Optional<String> trouble() {
        try (var result = session.runner().fetch(finite).run()) {
            var each = (TBool) result.get(0);
            for (int i = 0; i < variables.size(); i++) {
                if (!each.getBoolean(i)) {
                    return Optional.of("variables must hold numbers but "
                            + variables.get(i).name() + " does not");
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Goes back to the newest checkpoint, from which training goes on with half the learning rate; to the one before it if
     * training was there already and the trouble came again. That it did is part of the checkpoint from now on.
     *
     * @param state when the trouble was seen
     * @throws IllegalStateException if that did not help three times
     */
    Checkpoints.State goBack(Checkpoints.State state, String trouble) {
        if (state.recoveries() >= MOST_RECOVERIES) {
            throw new IllegalStateException(trouble + " at step " + state.step() + ", after " + MOST_RECOVERIES
                    + " returns to a checkpoint, each with half the learning rate; its checkpoints are untouched:"
                    + " start a new run with a lower --learning-rate");
        }
        checkpoints
                .latest()
                .filter(latest -> latest.state().step() == wentBackTo)
                .ifPresent(checkpoints::discard);
        var back = begin().withRecoveries(state.recoveries() + 1);
        wentBackTo = back.step();
        var evaluated = checkpoints.latest().flatMap(Checkpoints.Checkpoint::evaluated);
        checkpoints.save(session, file, back);
        evaluated.ifPresent(checkpoints::note);
        return back;
    }
}
