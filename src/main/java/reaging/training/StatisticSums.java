package reaging.training;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import reaging.nn.Initializer;
import reaging.nn.Phase;
import reaging.nn.Weights;
import reaging.runtime.Variable;

/**
 * Updates running statistics if a step has several micro-batches: they follow the mean over these, once per step, so that the
 * order of the micro-batches does not matter. (The variance between the micro-batches' means is neglected.)
 */
final class StatisticSums {
    private final List<Phase.Statistic> statistics;
    private final Weights weights;
    private final List<Variable> sums = new ArrayList<>();

    /** Creates a variable for the sum of each statistic. */
    StatisticSums(Graph graph, List<Phase.Statistic> statistics) {
        this.statistics = statistics;
        weights = Weights.of(graph, "statistic_sums", 0);
        for (var statistic : statistics) {
            var running = statistic.running();
            sums.add(weights.at(running.name())
                    .statistic("sum", Initializer.ZEROS, running.shape().asArray()));
        }
    }

    /** Returns the ops to run before the first step. */
    List<Op> preparations() {
        return weights.initializers();
    }

    /** Adds the ops that accumulate a micro-batch's statistics, divided by the number of micro-batches. */
    List<Op> additions(Ops tf, int microBatches) {
        var part = tf.constant(1f / microBatches);
        List<Op> additions = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            var share = tf.math.mul(statistics.get(i).batch(), part);
            additions.add(tf.assignAddVariableOp(sums.get(i).handle(), share));
        }
        return additions;
    }

    /** Adds the ops that move the statistics after the last micro-batch and reset the sums. */
    List<Op> moves(Ops tf) {
        List<Op> moves = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            var sum = sums.get(i);
            var then = tf.withControlDependencies(statistics.get(i).follow(tf, sum.read(tf)));
            moves.add(sum.clear(then));
        }
        return moves;
    }
}
