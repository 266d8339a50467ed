package reaging.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A 2-D convolution: [N, H, W, in] to [N, H', W', out], He-normal kernel [size, size, in, out], zero bias [out].
 *
 * <p>{@link #resized} convolves and resizes, in one op where it can; the variable stays the plain 3 x 3 kernel under its plain
 * name.
 */
public final class Convolution {
    private static final List<Long> EVERY_PIXEL = List.of(1L, 1L, 1L, 1L);
    private static final List<Long> EVERY_OTHER_PIXEL = List.of(1L, 2L, 2L, 1L);

    private final Operand<TFloat32> kernel; // [size, size, in, out]; resized: [4, 4, in, out] or [4, 4, out, in]
    private final @Nullable Operand<TFloat32> bias; // [out], null: none
    private final Resize resize;
    private final String padding;
    private final long outputs;

    private Convolution(
            Operand<TFloat32> kernel, @Nullable Operand<TFloat32> bias, Resize resize, String padding, long outputs) {
        this.kernel = kernel;
        this.bias = bias;
        this.resize = resize;
        this.padding = padding;
        this.outputs = outputs;
    }

    /** With bias, height and width kept by zeros around the image. */
    public static Convolution same(Weights weights, int size, long in, long out) {
        return new Convolution(kernel(weights, size, in, out), bias(weights, out), Resize.NONE, "SAME", out);
    }

    /** With bias, inside the image only: height and width shrink by size - 1. */
    public static Convolution valid(Weights weights, int size, long in, long out) {
        return new Convolution(kernel(weights, size, in, out), bias(weights, out), Resize.NONE, "VALID", out);
    }

    /** A 1 x 1 convolution without bias: each pixel's channels, mixed. */
    public static Convolution mix(Weights weights, long in, long out) {
        return new Convolution(kernel(weights, 1, in, out), null, Resize.NONE, "SAME", out);
    }

    /**
     * 3 x 3 with bias, then halved; or doubled, then 3 x 3 with bias. As one op with 2.25 times fewer multiplications, but for
     * {@link Resize#DOUBLE_BILINEAR}: one kernel for that would have to be wider and would differ at the border.
     */
    public static Convolution resized(Weights weights, long in, long out, Resize resize) {
        var plain = kernel(weights, 3, in, out); // [3, 3, in, out]
        var kernel =
                switch (resize) {
                    case NONE, DOUBLE_BILINEAR -> plain;
                    case HALVE -> Resize.halvingKernel(weights.reading(), plain); // [4, 4, in, out]
                    case DOUBLE -> Resize.doublingKernel(weights.reading(), plain); // [4, 4, out, in]
                };
        return new Convolution(kernel, bias(weights, out), resize, "SAME", out);
    }

    private static Operand<TFloat32> kernel(Weights weights, int size, long in, long out) {
        return weights.create("kernel", Initializer.heNormal((long) size * size * in), size, size, in, out);
    }

    private static Operand<TFloat32> bias(Weights weights, long out) {
        return weights.create("bias", Initializer.ZEROS, out);
    }

    /** Adds the convolution of {@code x} [N, H, W, in] to the graph. */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
        var convolved =
                switch (resize) {
                    case NONE -> tf.nn.conv2d(x, kernel, EVERY_PIXEL, padding);
                    case HALVE -> tf.nn.conv2d(x, kernel, EVERY_OTHER_PIXEL, padding);
                    case DOUBLE ->
                        tf.nn.conv2dBackpropInput(doubledShape(tf, x), kernel, x, EVERY_OTHER_PIXEL, padding);
                    case DOUBLE_BILINEAR -> tf.nn.conv2d(resize.apply(tf, x), kernel, EVERY_PIXEL, padding);
                };
        return bias == null ? convolved : tf.nn.biasAdd(convolved, bias);
    }

    private Operand<org.tensorflow.types.TInt32> doubledShape(Ops tf, Operand<TFloat32> x) {
        int height = (int) (2 * x.shape().get(1));
        int width = (int) (2 * x.shape().get(2));
        var batch = tf.slice(tf.shape(x), tf.array(0), tf.array(1)); // [1]
        return tf.concat(List.of(batch, tf.array(height, width, (int) outputs)), tf.constant(0)); // [4]
    }
}
