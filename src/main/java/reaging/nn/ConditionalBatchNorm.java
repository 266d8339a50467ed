package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.runtime.Variable;

/**
 * Conditional batch normalisation: a batch norm whose gain and bias are computed from the target age's code [N, size]. The paper
 * uses it in the modulator; the form (1 + g) x + b and the decay of the running statistics are our choice.
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
            phase.note(new Phase.Statistic(runningMean, row(tf, moments.mean()), 1 - DECAY));
            phase.note(new Phase.Statistic(runningVariance, row(tf, moments.variance()), 1 - DECAY));
        }
        return moments;
    }

    private static Operand<TFloat32> row(Ops tf, Operand<TFloat32> moment) {
        return tf.reshape(moment, tf.array(-1)); // [C]
    }
}
