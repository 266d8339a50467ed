package reaging.model;

import static reaging.nn.TensorMath.leakyRelu;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.nn.Convolution;
import reaging.nn.Norm;
import reaging.nn.ResBlock;
import reaging.nn.Resize;
import reaging.nn.Weights;

/**
 * Judges whether an image is a real face of an age group, with one branch for each group: maps [N, S, S, 3] to raw logits [N, 10].
 * The branches are the paper's, the body is StarGAN v2's.
 */
public final class Discriminator {
    private final Convolution fromRgb;
    private final List<ResBlock> blocks = new ArrayList<>();
    private final Convolution toVector;
    private final Convolution branches;

    public Discriminator(Weights weights, ModelConfig config) {
        fromRgb = Convolution.same(weights.at("from_rgb"), 3, 3, config.baseWidth());
        int levels = config.discriminatorLevels();
        for (int level = 0; level < levels; level++) {
            blocks.add(new ResBlock(
                    weights.at("block_" + level),
                    config.width(level),
                    config.width(level + 1),
                    Resize.HALVE,
                    Norm.Factory.NONE));
        }
        int width = config.width(levels);
        toVector = Convolution.valid(weights.at("to_vector"), config.imageSize() >> levels, width, width);
        branches = Convolution.same(weights.at("branches"), 1, width, ModelConfig.AGES);
    }

    /**
     * Adds one pass to the graph.
     *
     * @param image [N, S, S, 3] in [-1, 1]
     * @return [N, 10], the logit of each branch
     */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> image) {
        Operand<TFloat32> x = fromRgb.apply(tf, image); // [N, S, S, b]
        for (var block : blocks) {
            x = block.apply(tf, x);
        }
        var vector = toVector.apply(tf, leakyRelu(tf, x)); // [N, 1, 1, width]
        var logits = branches.apply(tf, leakyRelu(tf, vector)); // [N, 1, 1, 10]
        return tf.reshape(logits, tf.array(-1, ModelConfig.AGES)); // [N, 10]
    }

    /**
     * Returns D_y(x), the logit of each image's own branch.
     *
     * @param logits [N, 10]
     * @param groups one-hot [N, 10]
     * @return [N]
     */
    public static Operand<TFloat32> branch(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> groups) {
        return tf.reduceSum(tf.math.mul(logits, groups), tf.constant(1)); // [N]
    }
}
