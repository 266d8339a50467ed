package reaging.model;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * The code of a target age, [N, 500]: a block of 50 numbers for each of the ten groups, ones in the target's block, zeros
 * elsewhere, plus normal noise on all of them in training. The code is from Lifespan Age Transformation Synthesis (Or-El et al.
 * 2020) and the notebook.
 */
public final class AgeCode {
    /** Number of values per group. */
    public static final int BLOCK = 50;

    /** Length of a code. */
    public static final int SIZE = ModelConfig.AGES * BLOCK;

    /** Standard deviation of the noise in training. */
    public static final float NOISE = 0.2f;

    private AgeCode() {}

    /**
     * Computes codes without noise.
     *
     * @param groups weights of the groups, [N, 10], in rows that sum to 1; one-hot for a single group
     * @return [N, 500]
     */
    public static Operand<TFloat32> of(Ops tf, Operand<TFloat32> groups) {
        var columns = tf.reshape(groups, tf.array(-1, ModelConfig.AGES, 1)); // [N, 10, 1]
        var blocks = tf.tile(columns, tf.array(1, 1, BLOCK)); // [N, 10, 50]
        return tf.reshape(blocks, tf.array(-1, SIZE)); // [N, 500]
    }

    /**
     * Computes the weights of the groups for ages: one group at its centre, a linear mix of two neighbours between two centres (our
     * choice).
     *
     * @param years ages in years, [N]; those outside the centres are clipped to the first or last one
     * @param centres centres of the groups in years, ascending
     * @return weights, [N, 10]
     */
    public static Operand<TFloat32> groups(Ops tf, Operand<TFloat32> years, double[] centres) {
        int last = centres.length - 1;
        double[] gapBelow = new double[last + 1];
        double[] gapAbove = new double[last + 1];
        for (int i = 0; i <= last; i++) {
            // Beyond the ends any gap will do, since the clipped age never gets there.
            gapBelow[i] = i == 0 ? 1 : centres[i] - centres[i - 1];
            gapAbove[i] = i == last ? -1 : centres[i] - centres[i + 1];
        }
        // In double precision, so that rounding residues of a neighbour at a centre vanish in the cast back.
        var age = tf.dtypes.cast(years, TFloat64.class); // [N]
        var clipped = tf.clipByValue(age, tf.constant(centres[0]), tf.constant(centres[last])); // [N]
        var column = tf.reshape(clipped, tf.array(-1, 1)); // [N, 1]
        var away = tf.math.sub(column, tf.constant(centres)); // [N, 10], years above each centre
        var above = tf.math.div(away, tf.constant(gapAbove)); // [N, 10], 0 at the centre, -1 at the next one
        var below = tf.math.div(away, tf.constant(gapBelow)); // [N, 10], 0 at the centre, -1 at the one before
        var hat = tf.math.add(tf.math.minimum(above, below), tf.constant(1.0)); // [N, 10]
        return tf.dtypes.cast(tf.math.maximum(hat, tf.constant(0.0)), TFloat32.class); // [N, 10]
    }
}
