package reaging.model;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.nn.Convolution;
import reaging.nn.Initializer;
import reaging.nn.Weights;

/**
 * An extension of the decoder: a mask that it computes itself, and where it decides for each pixel how much of the original image
 * stays. What does not depend on the age, such as moles, glasses or the background of an image without a mask, then need not be
 * drawn anew. Pumarola et al. 2018 (GANimation, section 4.1) blend colours so; here, as with the given mask, it is the features of
 * the first layer that flow in (our choice).
 */
final class AttentionMask {
    /** First value of the bias: training begins with a decoder that draws 88 % of every pixel (our choice). */
    private static final double OPEN = 2;

    private final Convolution mixed;

    /**
     * Creates its variables.
     *
     * @param channels channels b of the decoder's last features
     */
    AttentionMask(Weights weights, int channels) {
        mixed = Convolution.same(weights, 1, channels, 1, Initializer.constant(OPEN));
    }

    /**
     * Adds one pass to the graph.
     *
     * @param face the decoder's last features [N, S, S, b]
     * @return how much of each pixel is drawn, [N, S, S, 1]: 1 = all, 0 = the original stays
     */
    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> face) {
        return tf.math.sigmoid(mixed.apply(tf, face));
    }
}
