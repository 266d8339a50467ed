package reaging.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.nn.Convolution;
import reaging.nn.InstanceNorm;
import reaging.nn.ResBlock;
import reaging.nn.Resize;
import reaging.nn.Weights;

/**
 * Encodes the identity: maps an image [N, S, S, 3] to identity features [N, 16, 16, C]. Only the face counts, since the mask is
 * applied to the first layer's features (the paper, figure 2). The blocks are StarGAN v2's.
 */
public final class IdentityEncoder {
    private final Convolution fromRgb;
    private final List<ResBlock> blocks = new ArrayList<>();

    public IdentityEncoder(Weights weights, ModelConfig config) {
        fromRgb = Convolution.same(weights.at("from_rgb"), 3, 3, config.baseWidth());
        for (int level = 0; level < config.levels(); level++) {
            add(weights, config.width(level), config.width(level + 1), Resize.HALVE);
        }
        for (int i = 0; i < 2; i++) {
            add(weights, config.identityWidth(), config.identityWidth(), Resize.NONE);
        }
    }

    private void add(Weights weights, int in, int out, Resize resize) {
        blocks.add(new ResBlock(weights.at("block_" + blocks.size()), in, out, resize, InstanceNorm::new));
    }

    /**
     * Adds one pass to the graph.
     *
     * @param image [N, S, S, 3] in [-1, 1]
     * @param mask 1 for face, 0 for background, [N, S, S, 1]; or ones [1, 1, 1, 1]
     */
    public Encoding apply(Ops tf, Operand<TFloat32> image, Operand<TFloat32> mask) {
        var imageFeatures = imageFeatures(tf, image);
        Operand<TFloat32> x = tf.math.mul(imageFeatures, mask);
        for (var block : blocks) {
            x = block.apply(tf, x);
        }
        return new Encoding(x, imageFeatures); // [N, 16, 16, C]
    }

    /** Adds only the first layer: an image [N, S, S, 3] to features [N, S, S, b]. */
    Operand<TFloat32> imageFeatures(Ops tf, Operand<TFloat32> image) {
        return fromRgb.apply(tf, image);
    }
}
