package reaging.nn;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.runtime.Variable;

/** The choice of statistics with which batch norms normalise, passed down from the network's {@code apply}. */
public final class Phase {
    /** Uses the running statistics. */
    public static final Phase INFERENCE = new Phase();

    /** Uses the batch's own statistics and leaves the running ones unchanged. */
    public static final Phase TRAINING = new Phase();

    private final List<Statistic> statistics = new ArrayList<>();

    /**
     * A running statistic and the batch's statistic that it follows.
     *
     * @param running the running statistic, [C]
     * @param batch the batch's statistic, [C]
     * @param way fraction of the difference by which it moves
     */
    public record Statistic(Variable running, Operand<TFloat32> batch, float way) {
        /** Returns an op that moves the statistic towards a value [C] by that fraction. */
        public Op follow(Ops tf, Operand<TFloat32> value) {
            var difference = tf.math.sub(value, running.read(tf)); // [C]
            return tf.assignAddVariableOp(running.handle(), TensorMath.scale(tf, difference, way));
        }
    }

    private Phase() {}

    /** Uses the batch's own statistics; {@link #updates} move the running ones towards them. */
    public static Phase updating() {
        return new Phase();
    }

    /** Returns the running statistics and the batch's that they follow. */
    public List<Statistic> statistics() {
        return List.copyOf(statistics);
    }

    /** Adds the ops that move the running statistics towards this batch's; they must be run. */
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
