package reaging.nn;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.runtime.Variable;

/** Whose statistics a batch norm normalises with, handed down from the network's {@code apply}. */
public final class Phase {
    /** The running statistics. */
    public static final Phase INFERENCE = new Phase();

    /** The batch's own; the running statistics stay as they are. */
    public static final Phase TRAINING = new Phase();

    private final List<Statistic> statistics = new ArrayList<>();

    /**
     * A running statistic, and what it should follow.
     *
     * @param running [C]
     * @param batch the batch's, [C]
     * @param way what share of the way it goes
     */
    public record Statistic(Variable running, Operand<TFloat32> batch, float way) {
        /** Goes that share of the way to a value, [C]. */
        public Op follow(Ops tf, Operand<TFloat32> value) {
            var difference = tf.math.sub(value, running.read(tf)); // [C]
            return tf.assignAddVariableOp(running.handle(), TensorMath.scale(tf, difference, way));
        }
    }

    private Phase() {}

    /** The batch's own; {@link #updates} move the running statistics towards them. */
    public static Phase updating() {
        return new Phase();
    }

    /** The running statistics that should follow the batch's. */
    public List<Statistic> statistics() {
        return List.copyOf(statistics);
    }

    /** Adds the ops that move running statistics towards this batch's; they have to be run. */
    public List<Op> updates(Ops tf) {
        return statistics.stream()
                .map(statistic -> statistic.follow(tf, statistic.batch()))
                .toList();
    }

    void note(Statistic statistic) {
        statistics.add(statistic);
    }

    boolean movesStatistics() {
        return this != TRAINING && this != INFERENCE;
    }
}
