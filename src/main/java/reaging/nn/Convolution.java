package reaging.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A 2-D convolution that maps [N, H, W, in] to [N, H', W', out]. Its kernel [size, size, in, out] starts He-normal, its bias
 * [out] at zero unless said otherwise.
 *
 * <p>{@link #resized} convolves and resizes, in a single op where possible. Its variable is still the plain 3 x 3 kernel, under
 * the usual name.
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

    /** Creates a convolution with bias that keeps height and width by padding the image with zeros. */
    public static Convolution same(Weights weights, int size, long in, long out) {
        return same(weights, size, in, out, Initializer.ZEROS);
    }

    /** Creates a convolution that keeps height and width, with first values for its bias. */
    public static Convolution same(Weights weights, int size, long in, long out, Initializer firstBias) {
        return new Convolution(
                kernel(weights, size, in, out), weights.create("bias", firstBias, out), Resize.NONE, "SAME", out);
    }

    /** Creates a convolution with bias and without padding: height and width shrink by size - 1. */
    public static Convolution valid(Weights weights, int size, long in, long out) {
        return new Convolution(kernel(weights, size, in, out), bias(weights, out), Resize.NONE, "VALID", out);
    }

    /** Creates a 1 x 1 convolution without bias, which mixes the channels of each pixel. */
    public static Convolution mix(Weights weights, long in, long out) {
        return new Convolution(kernel(weights, 1, in, out), null, Resize.NONE, "SAME", out);
    }

    /**
     * Creates a 3 x 3 convolution with bias that is followed by halving or preceded by doubling. Both run as a single op with
     * 2.25 times fewer multiplications, except for {@link Resize#DOUBLE_BILINEAR}, whose single kernel would have to be wider
     * and would differ at the border.
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

    /**
     * Adds the convolution to the graph.
     *
     * @param x [N, H, W, in]; H and W must be known where the convolution doubles
     * @return [N, H', W', out]
     */
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
