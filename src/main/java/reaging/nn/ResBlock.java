package reaging.nn;

import static reaging.nn.TensorMath.join;
import static reaging.nn.TensorMath.leakyRelu;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The pre-activation residual block of StarGAN v2, which maps [N, H, W, in] to [N, H', W', out].
 *
 * <p>The residual branch consists of norm, LeakyReLU and 3 x 3 convolution, twice; it halves after its first convolution or
 * doubles before it. The shortcut resizes in the same way and has a 1 x 1 convolution if in and out differ. The output is the
 * sum of both, scaled to keep the variance.
 */
public final class ResBlock {
    private final Norm norm1;
    private final Convolution conv1;
    private final Norm norm2;
    private final Convolution conv2;
    private final @Nullable Convolution shortcut; // null: in equals out
    private final Resize resize;

    /**
     * Creates the variables of a block.
     *
     * @param in channels of the input
     * @param out channels of the output
     * @param norms creates both norms, such as {@code InstanceNorm::new}
     */
    public ResBlock(Weights weights, long in, long out, Resize resize, Norm.Factory norms) {
        // As in StarGAN v2, a block that doubles changes the width in its first convolution, any other in its second.
        long middle = resize.doubles() ? out : in;
        norm1 = norms.create(weights.at("norm_1"), in);
        conv1 = Convolution.resized(weights.at("conv_1"), in, middle, resize);
        norm2 = norms.create(weights.at("norm_2"), middle);
        conv2 = Convolution.same(weights.at("conv_2"), 3, middle, out);
        shortcut = in == out ? null : Convolution.mix(weights.at("shortcut"), in, out);
        this.resize = resize;
    }

    /**
     * Adds a block with unconditional norms to the graph.
     *
     * @param x [N, H, W, in]
     * @return [N, H', W', out]
     */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
        return apply(tf, x, Condition.NONE);
    }

    /**
     * Adds the block to the graph.
     *
     * @param x [N, H, W, in]
     * @param condition what the norms depend on
     * @return [N, H', W', out]
     */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, Condition condition) {
        return join(tf, shortcut(tf, x), residual(tf, x, condition));
    }

    private Operand<TFloat32> residual(Ops tf, Operand<TFloat32> x, Condition condition) {
        var first = conv1.apply(tf, leakyRelu(tf, norm1.apply(tf, x, condition))); // [N, H', W', middle]
        return conv2.apply(tf, leakyRelu(tf, norm2.apply(tf, first, condition))); // [N, H', W', out]
    }

    // A 1 x 1 convolution commutes with every resize, so it runs where there are fewer pixels.
    private Operand<TFloat32> shortcut(Ops tf, Operand<TFloat32> x) {
        if (shortcut == null) {
            return resize.apply(tf, x);
        }
        return resize == Resize.HALVE
                ? shortcut.apply(tf, resize.apply(tf, x))
                : resize.apply(tf, shortcut.apply(tf, x));
    }
}
