package reaging.nn;

import static reaging.nn.TensorMath.scale;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** How a block changes height and width. */
public enum Resize {
    /** Keeps both. */
    NONE,
    /** Averages 2 x 2 pixels into one. */
    HALVE,
    /** Repeats each pixel 2 x 2 times. */
    DOUBLE,
    /**
     * Interpolates between the nearest pixels, with weights 3/4 and 1/4 along each axis. Pixels at the border are repeated
     * beyond it.
     */
    DOUBLE_BILINEAR;

    // As in Keras. Otherwise TensorFlow takes a pixel's upper left corner for its position, and the picture shifts.
    private static final ResizeBilinear.Options HALF_PIXEL_CENTRES = ResizeBilinear.halfPixelCenters(true);

    /**
     * Resizes without a convolution.
     *
     * @param x [N, H, W, C] with known H, W and C
     * @return [N, H/2, W/2, C], [N, H, W, C] or [N, 2H, 2W, C]
     */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
        return switch (this) {
            case NONE -> x;
            case HALVE -> halved(tf, x);
            case DOUBLE -> tf.image.resizeNearestNeighbor(x, doubledSides(tf, x)); // [N, 2H, 2W, C]
            case DOUBLE_BILINEAR ->
                tf.image.resizeBilinear(x, doubledSides(tf, x), HALF_PIXEL_CENTRES); // [N, 2H, 2W, C]
        };
    }

    /** Returns the height or width after resizing, in pixels. */
    public long of(long side) {
        return switch (this) {
            case NONE -> side;
            case HALVE -> side / 2;
            case DOUBLE, DOUBLE_BILINEAR -> side * 2;
        };
    }

    /** Whether height and width double. */
    boolean doubles() {
        return of(1) == 2;
    }

    // Not avgPool: TensorFlow has no second derivative for it, and R1 needs one.
    private static Operand<TFloat32> halved(Ops tf, Operand<TFloat32> x) {
        long height = x.shape().get(1);
        long width = x.shape().get(2);
        long channels = x.shape().get(3);
        // One axis after the other: a mean over both at once takes TensorFlow six times as long.
        var rows = tf.reshape(x, tf.array(-1, 2, width * channels)); // [N H/2, 2, W C]
        var columns = tf.reshape(tf.math.mean(rows, tf.array(1)), tf.array(-1, 2, channels)); // [N H/2 W/2, 2, C]
        var halved = tf.math.mean(columns, tf.array(1)); // [N H/2 W/2, C]
        return tf.reshape(halved, tf.array(-1, height / 2, width / 2, channels));
    }

    private static Operand<TInt32> doubledSides(Ops tf, Operand<TFloat32> x) {
        int height = (int) x.shape().get(1);
        int width = (int) x.shape().get(2);
        return tf.array(2 * height, 2 * width);
    }

    /**
     * Returns the 4 x 4 kernel whose convolution with stride 2 equals a 3 x 3 convolution followed by averaging over 2 x 2
     * pixels: the mean of the four one-pixel shifts of the 3 x 3 kernel. It takes 2.25 times fewer multiplications.
     *
     * @param kernel [3, 3, in, out]
     * @return [4, 4, in, out]
     */
    static Operand<TFloat32> halvingKernel(Ops tf, Operand<TFloat32> kernel) {
        return scale(tf, sumOfShifts(tf, kernel), 0.25f);
    }

    /**
     * Returns the 4 x 4 kernel whose transposed convolution with stride 2 equals repeating each pixel 2 x 2 times, followed
     * by a 3 x 3 convolution: the sum of the four one-pixel shifts of the reversed 3 x 3 kernel. It takes 2.25 times fewer
     * multiplications.
     *
     * @param kernel [3, 3, in, out]
     * @return [4, 4, out, in], the layout that Conv2DBackpropInput expects
     */
    static Operand<TFloat32> doublingKernel(Ops tf, Operand<TFloat32> kernel) {
        var reversed = tf.reverse(kernel, tf.array(0, 1)); // [3, 3, in, out]
        var transposed = tf.linalg.transpose(reversed, tf.array(0, 1, 3, 2)); // [3, 3, out, in]
        return sumOfShifts(tf, transposed);
    }

    private static Operand<TFloat32> sumOfShifts(Ops tf, Operand<TFloat32> kernel) {
        List<Operand<TFloat32>> shifts = new ArrayList<>();
        for (int down = 0; down < 2; down++) {
            for (int right = 0; right < 2; right++) {
                int[][] margins = {{down, 1 - down}, {right, 1 - right}, {0, 0}, {0, 0}};
                shifts.add(tf.pad(kernel, tf.constant(margins), tf.constant(0f))); // [4, 4, ., .]
            }
        }
        return tf.math.addN(shifts);
    }
}
