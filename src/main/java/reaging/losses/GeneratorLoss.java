package reaging.losses;

import static reaging.nn.TensorMath.mean;
import static reaging.nn.TensorMath.scale;
import static reaging.nn.TensorMath.softplus;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The generator's loss and its terms; each is a scalar.
 *
 * @param total adversarial + weight * reconstruction + weight * cycle, + weight * identity and + weight * background if there
 *     are such losses
 * @param adversarial mean softplus(-D_y'(x'))
 * @param reconstruction mean |x - G(x, y)|
 * @param cycle mean |x - G(x', y)|
 * @param identity see {@link IdentityLoss}; 0 without one, as in the paper
 * @param background mean |x - x'| (1 - M); 0 without such a loss, as in the paper
 */
public record GeneratorLoss(
        Operand<TFloat32> total,
        Operand<TFloat32> adversarial,
        Operand<TFloat32> reconstruction,
        Operand<TFloat32> cycle,
        Operand<TFloat32> identity,
        Operand<TFloat32> background) {

    /**
     * Adds the loss to the graph.
     *
     * @param fakeLogits D_y'(x'), [N]
     * @param images x, [N, S, S, 3]
     * @param reconstructed G(x, y), [N, S, S, 3]
     * @param cycled G(x', y), [N, S, S, 3]
     * @param reconstructionWeight weight of the reconstruction, a scalar; in the paper it falls from 10 to 1 during training
     * @param cycleWeight weight of the cycle loss; 1 in the paper
     */
    public static GeneratorLoss of(
            Ops tf,
            Operand<TFloat32> fakeLogits,
            Operand<TFloat32> images,
            Operand<TFloat32> reconstructed,
            Operand<TFloat32> cycled,
            Operand<TFloat32> reconstructionWeight,
            Operand<TFloat32> cycleWeight) {
        var adversarial = mean(tf, softplus(tf, tf.math.neg(fakeLogits)));
        var reconstruction = distance(tf, images, reconstructed);
        var cycle = distance(tf, images, cycled);
        var kept = tf.math.add(tf.math.mul(reconstruction, reconstructionWeight), tf.math.mul(cycle, cycleWeight));
        var total = tf.math.add(adversarial, kept);
        // Two zeros: TensorFlow fetches no tensor twice in a run.
        return new GeneratorLoss(total, adversarial, reconstruction, cycle, tf.constant(0f), tf.constant(0f));
    }

    /**
     * Adds an identity loss.
     *
     * @param loss identity loss, see {@link IdentityLoss}
     */
    public GeneratorLoss withIdentity(Ops tf, Operand<TFloat32> loss, float weight) {
        var more = tf.math.add(total, scale(tf, loss, weight));
        return new GeneratorLoss(more, adversarial, reconstruction, cycle, loss, background);
    }

    /**
     * Adds a loss of the background, which shall not change. The network need not be shown the mask: where it isn't, it learns to
     * leave the background alone without one (our choice).
     *
     * @param images x, [N, S, S, 3]
     * @param reAged x', [N, S, S, 3]
     * @param masks M, [N, S, S, 1], 1 = face
     */
    public GeneratorLoss withBackground(
            Ops tf, Operand<TFloat32> images, Operand<TFloat32> reAged, Operand<TFloat32> masks, float weight) {
        var outside = tf.math.sub(tf.constant(1f), masks);
        var loss = mean(tf, tf.math.mul(tf.math.abs(tf.math.sub(images, reAged)), outside));
        var more = tf.math.add(total, scale(tf, loss, weight));
        return new GeneratorLoss(more, adversarial, reconstruction, cycle, identity, loss);
    }

    /** Returns the mean absolute difference of two tensors of the same shape, a scalar. */
    public static Operand<TFloat32> distance(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
        return mean(tf, tf.math.abs(tf.math.sub(a, b)));
    }
}
