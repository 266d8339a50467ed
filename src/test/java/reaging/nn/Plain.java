package reaging.nn;

import static reaging.Tensors.each;

import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/** Layers as plain loops over arrays: the reference that the real ones are compared with. */
final class Plain {
    private static final double EPSILON = 1e-5;

    private Plain() {}

    /**
     * A convolution with stride 1.
     *
     * @param x [N, H, W, in]
     * @param kernel [size, size, in, out]
     * @param bias [out]
     * @param border zeros around the image, in pixels: 0 for VALID, (size - 1) / 2 for SAME
     */
    static FloatNdArray convolution(FloatNdArray x, FloatNdArray kernel, FloatNdArray bias, long border) {
        long size = kernel.shape().get(0);
        var shape = Shape.of(
                x.shape().get(0),
                x.shape().get(1) + 2 * border - size + 1,
                x.shape().get(2) + 2 * border - size + 1,
                kernel.shape().get(3));
        return each(shape, at -> {
            double sum = bias.getFloat(at[3]);
            for (long down = 0; down < size; down++) {
                for (long right = 0; right < size; right++) {
                    for (long in = 0; in < kernel.shape().get(2); in++) {
                        sum += padded(x, at[0], at[1] + down - border, at[2] + right - border, in)
                                * kernel.getFloat(down, right, in, at[3]);
                    }
                }
            }
            return sum;
        });
    }

    private static double padded(FloatNdArray x, long image, long row, long column, long channel) {
        boolean inside = row >= 0
                && row < x.shape().get(1)
                && column >= 0
                && column < x.shape().get(2);
        return inside ? x.getFloat(image, row, column, channel) : 0;
    }

    /** The average over 2 x 2 pixels, [N, H/2, W/2, C]; or each pixel 2 x 2 times or interpolated, [N, 2H, 2W, C]. */
    static FloatNdArray resized(FloatNdArray x, Resize resize) {
        long[] shape = x.shape().asArray();
        return switch (resize) {
            case NONE -> x;
            case HALVE ->
                each(Shape.of(shape[0], shape[1] / 2, shape[2] / 2, shape[3]), at -> {
                    double sum = 0;
                    for (int pixel = 0; pixel < 4; pixel++) {
                        sum += x.getFloat(at[0], 2 * at[1] + pixel / 2, 2 * at[2] + pixel % 2, at[3]);
                    }
                    return sum / 4;
                });
            case DOUBLE ->
                each(
                        Shape.of(shape[0], 2 * shape[1], 2 * shape[2], shape[3]),
                        at -> x.getFloat(at[0], at[1] / 2, at[2] / 2, at[3]));
            case DOUBLE_BILINEAR ->
                each(Shape.of(shape[0], 2 * shape[1], 2 * shape[2], shape[3]), at -> {
                    double near = 0.75 * between(x, at, at[1] / 2);
                    return near + 0.25 * between(x, at, other(at[1], shape[1]));
                });
        };
    }

    /** Of a row of the small image, the value in the column of a pixel of the doubled one. */
    private static double between(FloatNdArray x, long[] at, long row) {
        double near = 0.75 * x.getFloat(at[0], row, at[2] / 2, at[3]);
        return near + 0.25 * x.getFloat(at[0], row, other(at[2], x.shape().get(2)), at[3]);
    }

    /** The second nearest of the pixels 0 to size - 1 to a pixel of the doubled image; at the border the nearest again. */
    private static long other(long doubled, long size) {
        return Math.max(0, Math.min(size - 1, doubled / 2 + (doubled % 2 == 0 ? -1 : 1)));
    }

    /** Each channel of each image at mean 0 and variance 1. */
    static FloatNdArray normalizedImages(FloatNdArray x) {
        return each(x.shape(), at -> normalized(x, at[0], at[0] + 1, at));
    }

    /** Each channel of the whole batch at mean 0 and variance 1. */
    static FloatNdArray normalizedBatch(FloatNdArray x) {
        return each(x.shape(), at -> normalized(x, 0, x.shape().get(0), at));
    }

    private static double normalized(FloatNdArray x, long from, long to, long[] at) {
        double mean = mean(x, from, to, at[3]);
        return (x.getFloat(at) - mean) / Math.sqrt(variance(x, from, to, at[3]) + EPSILON);
    }

    /** Of a channel over the images {@code from} to {@code to - 1}. */
    static double mean(FloatNdArray x, long from, long to, long channel) {
        return meanPower(x, from, to, channel, 0, 1);
    }

    /** Biased: the mean square of the distance from the mean. */
    static double variance(FloatNdArray x, long from, long to, long channel) {
        return meanPower(x, from, to, channel, mean(x, from, to, channel), 2);
    }

    private static double meanPower(FloatNdArray x, long from, long to, long channel, double origin, int power) {
        long height = x.shape().get(1);
        long width = x.shape().get(2);
        double sum = 0;
        for (long image = from; image < to; image++) {
            for (long pixel = 0; pixel < height * width; pixel++) {
                sum += Math.pow(x.getFloat(image, pixel / width, pixel % width, channel) - origin, power);
            }
        }
        return sum / ((to - from) * height * width);
    }

    /** [N, in] to [N, out]. */
    static FloatNdArray dense(FloatNdArray x, FloatNdArray kernel, FloatNdArray bias) {
        return each(Shape.of(x.shape().get(0), kernel.shape().get(1)), at -> {
            double sum = bias.getFloat(at[1]);
            for (long in = 0; in < kernel.shape().get(0); in++) {
                sum += x.getFloat(at[0], in) * kernel.getFloat(in, at[1]);
            }
            return sum;
        });
    }

    /** (1 + g) x + b with the gains g in the first half of {@code both} [N, 2C] and the biases b in the second. */
    static FloatNdArray modulated(FloatNdArray x, FloatNdArray both) {
        long channels = x.shape().get(3);
        return each(
                x.shape(),
                at -> (1 + both.getFloat(at[0], at[3])) * x.getFloat(at) + both.getFloat(at[0], channels + at[3]));
    }

    /** gamma x + beta, both [C]. */
    static FloatNdArray scaled(FloatNdArray x, FloatNdArray gamma, FloatNdArray beta) {
        return each(x.shape(), at -> gamma.getFloat(at[3]) * x.getFloat(at) + beta.getFloat(at[3]));
    }

    static FloatNdArray leakyRelu(FloatNdArray x) {
        return each(x.shape(), at -> Math.max(x.getFloat(at), 0.2 * x.getFloat(at)));
    }

    static FloatNdArray join(FloatNdArray shortcut, FloatNdArray residual) {
        return each(shortcut.shape(), at -> (shortcut.getFloat(at) + (double) residual.getFloat(at)) / Math.sqrt(2));
    }

    static FloatNdArray zeros(long size) {
        return each(Shape.of(size), at -> 0);
    }
}
