package reaging.model;

import static reaging.nn.TensorMath.leakyRelu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.nn.AdaIn;
import reaging.nn.Condition;
import reaging.nn.Convolution;
import reaging.nn.InstanceNorm;
import reaging.nn.Norm;
import reaging.nn.ResBlock;
import reaging.nn.Resize;
import reaging.nn.Weights;

/**
 * Draws an identity [N, 16, 16, C] in a style [N, d] as an image [N, S, S, 3]. Outside the mask, the features of the original
 * image flow in, which preserves the background (figure 2 of the paper). With attention, they also flow in where the decoder itself
 * decides so.
 */
public final class Decoder {
    private final List<ResBlock> blocks = new ArrayList<>();
    private final InstanceNorm norm;
    private final Convolution toRgb;
    private final @Nullable AttentionMask attention; // null: the paper's decoder

    public Decoder(Weights weights, ModelConfig config) {
        Norm.Factory norms = (w, channels) -> new AdaIn(w, channels, config.guideSize());
        for (int i = 0; i < 2; i++) {
            add(weights, config.identityWidth(), config.identityWidth(), Resize.NONE, norms);
        }
        for (int level = config.levels(); level > 0; level--) {
            add(
                    weights,
                    config.width(level),
                    config.width(level - 1),
                    config.upsampling().resize(),
                    norms);
        }
        norm = new InstanceNorm(weights.at("norm"), config.baseWidth());
        toRgb = Convolution.same(weights.at("to_rgb"), 1, config.baseWidth(), 3);
        attention = config.attention() ? new AttentionMask(weights.at("attention"), config.baseWidth()) : null;
    }

    private void add(Weights weights, int in, int out, Resize resize, Norm.Factory norms) {
        blocks.add(new ResBlock(weights.at("block_" + blocks.size()), in, out, resize, norms));
    }

    /**
     * Adds the blocks.
     *
     * @param identity [N, 16, 16, C]
     * @param style style vector [N, d], or the age code if the network has no modulator
     * @return the last features of the drawn face, [N, S, S, b]
     */
    Operand<TFloat32> draw(Ops tf, Operand<TFloat32> identity, Operand<TFloat32> style) {
        var x = identity;
        var condition = Condition.style(style);
        for (var block : blocks) {
            x = block.apply(tf, x, condition);
        }
        return leakyRelu(tf, norm.apply(tf, x, Condition.NONE));
    }

    /**
     * Adds the image in which the original shows where the mask or the decoder's attention says so.
     *
     * @param face what {@link #draw} returns
     * @param imageFeatures first features of the original image, [N, S, S, b]
     * @param mask mask of the original image [N, S, S, 1], 1 = face; or ones [1, 1, 1, 1]
     * @return the image [N, S, S, 3], with values around [-1, 1] that are not clipped
     */
    Operand<TFloat32> show(Ops tf, Operand<TFloat32> face, Operand<TFloat32> imageFeatures, Operand<TFloat32> mask) {
        var drawn = attention == null ? mask : tf.math.mul(mask, attention.apply(tf, face));
        return showWhole(tf, face, imageFeatures, drawn);
    }

    /** Adds the image as {@link #show} does, but without attention: all that the mask covers is drawn. */
    Operand<TFloat32> showWhole(
            Ops tf, Operand<TFloat32> face, Operand<TFloat32> imageFeatures, Operand<TFloat32> mask) {
        return toRgb.apply(tf, blend(tf, face, imageFeatures, mask));
    }

    /** Computes M face + (1 - M) background with a single product, as background + M (face - background). */
    private static Operand<TFloat32> blend(
            Ops tf, Operand<TFloat32> face, Operand<TFloat32> background, Operand<TFloat32> mask) {
        var difference = tf.math.sub(face, background); // [N, S, S, b]
        return tf.math.add(background, tf.math.mul(mask, difference));
    }
}
