package reaging.training.augmentation;

import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import reaging.run.Augmentation;
import reaging.run.TrainingConfig;

/**
 * Differentiable augmentation (Zhao et al. 2020) for small data sets: the discriminator sees real and re-aged images with the
 * same kind of random changes, so that it cannot memorize the real ones, and the generator's gradient flows through the change.
 * The random numbers depend only on the run's seed, the step and the stream.
 */
public final class DiffAugment {
    /** A shift is at most this fraction of a side (one over this number), from the authors' code. */
    private static final int SHIFTS = 8;

    /** Number of random numbers for each image. */
    private static final int DRAWS = 7;

    private final Set<Augmentation> augmentations;
    private final Operand<TInt64> step;
    private final long seed;
    private final int size;
    private final int count;

    /**
     * Creates the augmentation of a training graph.
     *
     * @param step step of the training, a scalar
     * @param size side of the images, S
     */
    public DiffAugment(TrainingConfig config, int size, Operand<TInt64> step) {
        augmentations = config.extensions().augmentations();
        this.step = step;
        seed = config.seed();
        this.size = size;
        count = config.microBatch();
    }

    /**
     * Augments images; without any augmentation they are returned unchanged.
     *
     * @param images [N, S, S, 3]
     * @param stream stream of random numbers, a different one for each call
     * @return [N, S, S, 3]
     */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> images, int stream) {
        if (augmentations.isEmpty()) {
            return images;
        }
        // Negative, so that no draw coincides with the age codes' noise.
        var seeds = tf.stack(List.of(tf.constant(-1 - 4 * seed - stream), step)); // [2]
        var drawn = tf.random.statelessRandomUniform(tf.array((long) DRAWS, count, 1, 1, 1), seeds);
        return change(tf, images, tf.unstack(drawn, (long) DRAWS).output());
    }

    /** Changes images; {@code draws} are seven random numbers in [0, 1) of shape [N, 1, 1, 1]. */
    Operand<TFloat32> change(Ops tf, Operand<TFloat32> images, List<? extends Operand<TFloat32>> draws) {
        var x = images;
        if (augmentations.contains(Augmentation.COLOR)) {
            x = colored(tf, x, draws.subList(0, 3));
        }
        if (augmentations.contains(Augmentation.TRANSLATION)) {
            x = translated(tf, x, draws.subList(3, 5));
        }
        return augmentations.contains(Augmentation.CUTOUT) ? cut(tf, x, draws.subList(5, 7)) : x;
    }

    private static Operand<TFloat32> colored(
            Ops tf, Operand<TFloat32> images, List<? extends Operand<TFloat32>> draws) {
        var half = tf.constant(0.5f);
        var brighter = tf.math.add(images, tf.math.sub(draws.get(0), half));
        var saturated = spread(tf, brighter, tf.math.mul(draws.get(1), tf.constant(2f)), 3);
        return spread(tf, saturated, tf.math.add(draws.get(2), half), 1, 2, 3);
    }

    /** Scales the distance from the mean over these axes by a factor [N, 1, 1, 1]. */
    private static Operand<TFloat32> spread(Ops tf, Operand<TFloat32> images, Operand<TFloat32> factor, int... axes) {
        var mean = tf.math.mean(images, tf.constant(axes), Mean.keepDims(true));
        return tf.math.add(tf.math.mul(tf.math.sub(images, mean), factor), mean);
    }

    private Operand<TFloat32> translated(Ops tf, Operand<TFloat32> images, List<? extends Operand<TFloat32>> draws) {
        var down = shifted(tf, images, draws.get(0));
        var swap = tf.array(0, 2, 1, 3);
        var across = shifted(tf, tf.linalg.transpose(down, swap), draws.get(1));
        return tf.linalg.transpose(across, swap);
    }

    /** Shifts rows by a product with a shifted identity matrix, since gathering lacks a second derivative in places. */
    private Operand<TFloat32> shifted(Ops tf, Operand<TFloat32> images, Operand<TFloat32> draw) {
        int most = size / SHIFTS;
        var shift = tf.math.sub(whole(tf, draw, 2 * most + 1), tf.constant(most)); // [N, 1]
        var rows = tf.math.add(rows(tf), shift); // [N, S]
        // Rows from outside the image are zeros.
        var matrix = tf.oneHot(rows, tf.constant(size), tf.constant(1f), tf.constant(0f)); // [N, S, S]
        var flat = tf.reshape(images, tf.array(count, size, 3 * size));
        var moved = tf.train.batchMatMul(matrix, flat, TFloat32.class); // [N, S, 3 S]
        return tf.reshape(moved, tf.array(count, size, size, 3));
    }

    private Operand<TFloat32> cut(Ops tf, Operand<TFloat32> images, List<? extends Operand<TFloat32>> draws) {
        var down = tf.reshape(inside(tf, draws.get(0)), tf.array(count, size, 1, 1));
        var across = tf.reshape(inside(tf, draws.get(1)), tf.array(count, 1, size, 1));
        var hole = tf.math.mul(down, across); // [N, S, S, 1]
        return tf.math.mul(images, tf.math.sub(tf.constant(1f), hole));
    }

    /** Returns 1 in a range of half the side around a random position, [N, S]. */
    private Operand<TFloat32> inside(Ops tf, Operand<TFloat32> draw) {
        int half = size / 2;
        var first = tf.math.sub(whole(tf, draw, size + 1), tf.constant(half / 2)); // [N, 1]
        var from = tf.math.sub(rows(tf), first); // [N, S]
        var after = tf.math.greaterEqual(from, tf.constant(0));
        var before = tf.math.less(from, tf.constant(half));
        return tf.dtypes.cast(tf.math.logicalAnd(after, before), TFloat32.class);
    }

    /** Returns a whole number from 0 to below {@code bound}, [N, 1]. */
    private Operand<TInt32> whole(Ops tf, Operand<TFloat32> draw, int bound) {
        var scaled = tf.math.mul(tf.reshape(draw, tf.array(count, 1)), tf.constant((float) bound));
        return tf.dtypes.cast(scaled, TInt32.class);
    }

    private Operand<TInt32> rows(Ops tf) {
        return tf.range(tf.constant(0), tf.constant(size), tf.constant(1)); // [S]
    }
}
