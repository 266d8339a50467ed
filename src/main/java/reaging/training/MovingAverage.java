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
     * Adds one update to the graph: trained variables are averaged, running statistics are copied or, in a long average, whose
     * weights they would no longer suit, averaged too.
     *
     * @param from network in training
     * @param to averaged network of the same shape
     * @param decay decay, a scalar; 0 copies, 1 keeps the average
     * @param statisticsToo whether running statistics are averaged
     */
    static Op step(Ops tf, Weights from, Weights to, Operand<TFloat32> decay, boolean statisticsToo) {
        var way = tf.math.sub(tf.constant(1f), decay);
        List<Op> moves = new ArrayList<>();
        if (from.all().size() != to.all().size()) {
            throw new IllegalArgumentException("an average must have as many variables as its network but has "
                    + to.all().size() + " for " + from.all().size() + "; build both with the same sizes");
        }
        Iterator<Variable> targets = to.all().iterator();
        for (var source : from.all()) {
            boolean copied = source.kind() == Variable.Kind.STATISTIC && !statisticsToo;
            var target = targets.next();
            moves.add(copied ? target.assign(tf, source.read(tf)) : move(tf, source, target, way));
        }
        return tf.withControlDependencies(moves).noOp();
    }

    private static Op move(Ops tf, Variable source, Variable target, Operand<TFloat32> way) {
        var lead = tf.math.sub(source.read(tf), target.read(tf));
        return tf.assignAddVariableOp(target.handle(), tf.math.mul(way, lead));
    }
}
