package reaging.training;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.nn.Weights;
import reaging.runtime.Variable;

/** Maintains a second network as the exponential moving average of one in training, as in StarGAN v2. */
final class MovingAverage {
    private MovingAverage() {}

    /**
     * Adds one update to the graph: trained variables are averaged, running statistics are copied.
     *
     * @param from network in training
     * @param to averaged network of the same shape
     * @param decay decay, a scalar; 0 copies, 1 keeps the average
     */
    static Op step(Ops tf, Weights from, Weights to, Operand<TFloat32> decay) {
        var way = tf.math.sub(tf.constant(1f), decay);
        List<Op> moves = new ArrayList<>();
        if (from.all().size() != to.all().size()) {
            throw new IllegalArgumentException("an average must have as many variables as its network but has "
                    + to.all().size() + " for " + from.all().size() + "; build both with the same sizes");
        }
        Iterator<Variable> targets = to.all().iterator();
        for (var source : from.all()) {
            moves.add(move(tf, source, targets.next(), way));
        }
        return tf.withControlDependencies(moves).noOp();
    }

    private static Op move(Ops tf, Variable source, Variable target, Operand<TFloat32> way) {
        var value = source.read(tf);
        return switch (source.kind()) {
            case STATISTIC -> target.assign(tf, value);
            case TRAINED -> {
                var lead = tf.math.sub(value, target.read(tf));
                yield tf.assignAddVariableOp(target.handle(), tf.math.mul(way, lead));
            }
        };
    }
}
