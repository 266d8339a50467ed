package reaging.training.augmentation;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.run.TrainingConfig;

/**
 * The faces of a step as both networks see them. In a share of the steps all masks are 1, so that a network learns to work with
 * and without a mask; in a share of the steps all images are grey, so that grey photos stay grey. The choice of steps depends
 * only on the run's seed; the micro-batches of a step are treated alike.
 *
 * @param images x, [N, S, S, 3]
 * @param masks M, [N, S, S, 1]
 */
public record Presentation(Operand<TFloat32> images, Operand<TFloat32> masks) {
    /** Weights of red, green and blue in the luminance: ITU-R BT.601, as in JPEG files. */
    private static final float[] LUMINANCE = {0.299f, 0.587f, 0.114f};

    /** A stream of random numbers that {@link DiffAugment}, with streams 0 to 2, does not use. */
    private static final int STREAM = 3;

    /**
     * Presents faces as a run is configured; adds nothing to the graph if it has neither extension.
     *
     * @param images [N, S, S, 3]
     * @param masks [N, S, S, 1]
     * @param number number of the micro-batch, 1 for the run's first, a scalar
     */
    public static Presentation of(
            Ops tf, Operand<TFloat32> images, Operand<TFloat32> masks, Operand<TInt64> number, TrainingConfig config) {
        var extensions = config.extensions();
        if (extensions.maskDropout() == 0 && extensions.grey() == 0) {
            return new Presentation(images, masks);
        }
        var draws = tf.unstack(draws(tf, number, config), 2L).output();
        return new Presentation(
                either(tf, draws.get(0), extensions.grey(), grey(tf, images), images),
                either(tf, draws.get(1), extensions.maskDropout(), tf.onesLike(masks), masks));
    }

    /** Returns two random numbers in [0, 1) for each step. */
    private static Operand<TFloat32> draws(Ops tf, Operand<TInt64> number, TrainingConfig config) {
        // Micro-batches are numbered across steps: those of one step count as one.
        var parts = tf.constant((long) config.microBatches());
        var step = tf.math.floorDiv(tf.math.add(number, tf.math.sub(parts, tf.constant(1L))), parts);
        var seed = tf.stack(List.of(tf.constant(-1 - 4 * config.seed() - STREAM), step)); // [2]
        return tf.random.statelessRandomUniform(tf.array(2L), seed);
    }

    private static Operand<TFloat32> either(
            Ops tf, Operand<TFloat32> draw, float share, Operand<TFloat32> changed, Operand<TFloat32> unchanged) {
        return share == 0 ? unchanged : tf.select(tf.math.less(draw, tf.constant(share)), changed, unchanged);
    }

    /** Converts images to grey: their luminance in all three channels. */
    private static Operand<TFloat32> grey(Ops tf, Operand<TFloat32> images) {
        var weighted = tf.math.mul(images, tf.constant(LUMINANCE));
        var luminance = tf.reduceSum(weighted, tf.array(3), ReduceSum.keepDims(true)); // [N, S, S, 1]
        return tf.broadcastTo(luminance, tf.shape(images));
    }
}
