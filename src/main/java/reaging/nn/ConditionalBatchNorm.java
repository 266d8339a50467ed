package reaging.nn;

import static reaging.nn.TensorMath.scale;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.runtime.Variable;

/**
 * Conditional batch normalisation: a batch norm whose gain and bias follow from the target age's code [N, size]. That the
 * modulator has one is the paper's; the form (1 + g) x + b and the decay of the running statistics are our choice.
 */
public final class ConditionalBatchNorm implements Norm {
    private static final float DECAY = 0.9f;

    private final Modulation modulation;
    private final Weights weights;
    private final Variable runningMean; // [C]
    private final Variable runningVariance; // [C]

    public ConditionalBatchNorm(Weights weights, long channels, long codeSize) {
        this.weights = weights;
        modulation = new Modulation(weights, codeSize, channels);
        runningMean = weights.statistic("moving_mean", Initializer.ZEROS, channels);
        runningVariance = weights.statistic("moving_variance", Initializer.ONES, channels);
    }

    @Override
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, Condition condition) {
        return modulation.normalize(tf, x, moments(tf, x, condition.phase()), condition);
    }

    private Moments moments(Ops tf, Operand<TFloat32> x, Phase phase) {
        if (phase == Phase.INFERENCE) {
            return new Moments(weights.value(runningMean), weights.value(runningVariance));
        }
        var moments = Moments.ofBatch(tf, x); // [1, 1, C]
        if (phase.movesStatistics()) {
            phase.update(move(tf, runningMean, moments.mean()));
            phase.update(move(tf, runningVariance, moments.variance()));
        }
        return moments;
    }

    private static org.tensorflow.op.Op move(Ops tf, Variable running, Operand<TFloat32> batch) {
        var now = running.read(tf); // [C]
        var difference = tf.math.sub(tf.reshape(batch, tf.array(-1)), now); // [C]
        return tf.assignAddVariableOp(running.handle(), scale(tf, difference, 1 - DECAY));
    }
}
