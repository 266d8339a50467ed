package reaging.nn;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adaptive instance normalisation: an instance norm whose gain and bias are computed from a style [N, size]. Huang and Belongie
 * 2017; the form (1 + g) x + b is from StarGAN v2.
 */
public final class AdaIn implements Norm {
    private final Modulation modulation;

    public AdaIn(Weights weights, long channels, long styleSize) {
        modulation = new Modulation(weights, styleSize, channels);
    }

    @Override
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, Condition condition) {
        return modulation.normalize(tf, x, Moments.ofImages(tf, x), condition);
    }
}
