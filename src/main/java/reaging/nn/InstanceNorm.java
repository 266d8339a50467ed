package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Instance normalisation with a learned gain and bias, [N, H, W, C] to the same shape. Ulyanov et al. 2016. */
public final class InstanceNorm implements Norm {
    private final Operand<TFloat32> gamma; // [C]
    private final Operand<TFloat32> beta; // [C]

    public InstanceNorm(Weights weights, long channels) {
        gamma = weights.create("gamma", Initializer.ONES, channels);
        beta = weights.create("beta", Initializer.ZEROS, channels);
    }

    @Override
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, Condition condition) {
        return Moments.ofImages(tf, x).normalize(tf, x, gamma, beta);
    }
}
