package reaging.losses;

import static reaging.nn.TensorMath.mean;
import static reaging.nn.TensorMath.scale;
import static reaging.nn.TensorMath.softplus;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/**
 * The discriminator's loss and its terms; each is a scalar.
 *
 * @param total real + fake + weight * r1, + weight * mismatch if it was added
 * @param real mean softplus(-D_y(x))
 * @param fake mean softplus(D_y'(x'))
 * @param mismatch see {@link #withMismatch}; 0 without it, as in the paper
 * @param r1 unweighted R1 penalty, half the mean squared norm of D_y's gradient at real images
 */
public record DiscriminatorLoss(
        Operand<TFloat32> total,
        Operand<TFloat32> real,
        Operand<TFloat32> fake,
        Operand<TFloat32> mismatch,
        Operand<TFloat32> r1) {

    /**
     * Adds the loss to the graph.
     *
     * @param realLogits D_y(x), [N]
     * @param fakeLogits D_y'(x'), [N]
     * @param images x, from which {@code realLogits} are computed, [N, S, S, 3]
     * @param r1Weight weight of the penalty
     */
    public static DiscriminatorLoss of(
            Ops tf,
            Operand<TFloat32> realLogits,
            Operand<TFloat32> fakeLogits,
            Operand<TFloat32> images,
            float r1Weight) {
        var apart = withoutPenalty(tf, realLogits, fakeLogits, images);
        var total = tf.math.add(apart.total(), scale(tf, apart.r1(), r1Weight));
        return new DiscriminatorLoss(total, apart.real(), apart.fake(), apart.mismatch(), apart.r1());
    }

    /**
     * Adds the loss with the total real + fake to the graph; the penalty can be minimized separately.
     *
     * @param realLogits D_y(x), [N]
     * @param fakeLogits D_y'(x'), [N]
     * @param images x, from which {@code realLogits} are computed, [N, S, S, 3]
     */
    public static DiscriminatorLoss withoutPenalty(
            Ops tf, Operand<TFloat32> realLogits, Operand<TFloat32> fakeLogits, Operand<TFloat32> images) {
        var real = mean(tf, softplus(tf, tf.math.neg(realLogits)));
        var fake = mean(tf, softplus(tf, fakeLogits));
        return new DiscriminatorLoss(tf.math.add(real, fake), real, fake, tf.constant(0f), r1(tf, realLogits, images));
    }

    /**
     * Adds the mismatch, as in the matching-aware discriminator of Reed et al. 2016 (GAN-CLS, algorithm 1): the branch of the
     * target age must reject the real face as it is, so that leaving it alone does not pass for ageing.
     *
     * @param logits D_y'(x), [N]
     * @param groups y, one-hot [N, 10]
     * @param targets y', one-hot [N, 10]; faces whose target is their own group do not count
     */
    public DiscriminatorLoss withMismatch(
            Ops tf, Operand<TFloat32> logits, Operand<TFloat32> groups, Operand<TFloat32> targets, float weight) {
        var same = tf.reduceSum(tf.math.mul(groups, targets), tf.constant(1)); // [N]
        var loss = mean(tf, tf.math.mul(softplus(tf, logits), tf.math.sub(tf.constant(1f), same)));
        return new DiscriminatorLoss(tf.math.add(total, scale(tf, loss, weight)), real, fake, loss, r1);
    }

    /**
     * Adds the unweighted zero-centred gradient penalty on real images, R1 of Mescheder et al. 2018 (equation 9): half the squared
     * gradient, summed over pixels and averaged over images.
     *
     * @param logits [N]
     * @param images [N, S, S, 3]
     */
    public static Operand<TFloat32> r1(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> images) {
        var total = tf.reduceSum(logits, tf.constant(0));
        // An explicit dx: by default TensorFlow starts from OnesLike, which has no gradient of its own.
        Operand<TFloat32> slope = tf.gradients(total, List.of(images), Gradients.dx(List.of(tf.constant(1f))))
                .dy(0); // [N, S, S, 3]
        var squared = tf.reduceSum(tf.math.square(slope), tf.array(1, 2, 3)); // [N]
        return scale(tf, mean(tf, squared), 0.5f);
    }
}
