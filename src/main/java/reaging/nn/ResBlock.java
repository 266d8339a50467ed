package reaging.nn;

import static reaging.nn.TensorMath.join;
import static reaging.nn.TensorMath.leakyRelu;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The pre-activation residual block of StarGAN v2: [N, H, W, in] to [N, H', W', out].
 *
 * <p>Residual: norm, LeakyReLU, 3 x 3 convolution, norm, LeakyReLU, 3 x 3 convolution; the block halves after its first
 * convolution or doubles before it. Shortcut: 1 x 1 convolution where the widths differ, and the same resize.
 */
public final class ResBlock {
    private final Norm norm1;
    private final Convolution conv1;
    private final Norm norm2;
    private final Convolution conv2;
    private final @Nullable Convolution shortcut; // null: the widths agree
    private final Resize resize;

    public ResBlock(Weights weights, long in, long out, Resize resize, Norm.Factory norms) {
        // A block that grows the image widens in its first convolution, every other one in its second. StarGAN v2.
        long middle = resize.doubles() ? out : in;
        norm1 = norms.create(weights.at("norm_1"), in);
        conv1 = Convolution.resized(weights.at("conv_1"), in, middle, resize);
        norm2 = norms.create(weights.at("norm_2"), middle);
        conv2 = Convolution.same(weights.at("conv_2"), 3, middle, out);
        shortcut = in == out ? null : Convolution.mix(weights.at("shortcut"), in, out);
        this.resize = resize;
    }

    /** For norms that follow nothing. */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
        return apply(tf, x, Condition.NONE);
    }

    /** Adds the block's output for {@code x} [N, H, W, in] to the graph. */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, Condition condition) {
        return join(tf, shortcut(tf, x), residual(tf, x, condition));
    }

    private Operand<TFloat32> residual(Ops tf, Operand<TFloat32> x, Condition condition) {
        var first = conv1.apply(tf, leakyRelu(tf, norm1.apply(tf, x, condition))); // [N, H', W', middle]
        return conv2.apply(tf, leakyRelu(tf, norm2.apply(tf, first, condition))); // [N, H', W', out]
    }

    // A 1 x 1 convolution commutes with every resize: it runs where there are fewer pixels.
    private Operand<TFloat32> shortcut(Ops tf, Operand<TFloat32> x) {
        if (shortcut == null) {
            return resize.apply(tf, x);
        }
        return resize == Resize.HALVE
                ? shortcut.apply(tf, resize.apply(tf, x))
                : resize.apply(tf, shortcut.apply(tf, x));
    }
}
