package reaging.networks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * MobileNet v1 (Howard et al. 2017) up to its pooled features, [N, S, S, 3] to [N, 1024], built from plain ops so that gradients
 * flow through it. TensorFlow.js's converter has already folded a batch norm that precedes another one into the weights.
 */
final class MobileNet {
    private static final int BLOCKS = 13;
    /** Blocks that halve width and height. */
    private static final Set<Integer> HALVING = Set.of(2, 4, 6, 12);

    private static final List<Long> EACH = List.of(1L, 1L, 1L, 1L);
    private static final List<Long> EVERY_SECOND = List.of(1L, 2L, 2L, 1L);

    private final Ops tf;
    private final NamedConstants weights;

    private MobileNet(Ops tf, Map<String, TfjsTensor> weights) {
        this.tf = tf;
        this.weights = new NamedConstants(tf, weights, "face feature model");
    }

    /**
     * Adds the network to a graph.
     *
     * @param weights weights by name, such as {@code conv_dw_1/depthwise_kernel}
     * @param images [N, S, S, 3], RGB in [0, 255]
     * @return [N, 1024]
     */
    static Operand<TFloat32> features(Ops tf, Map<String, TfjsTensor> weights, Operand<TFloat32> images) {
        var network = new MobileNet(tf, weights);
        var x = network.convolved("conv1", images, EVERY_SECOND); // [N, S / 2, S / 2, 32]
        for (int block : IntStream.rangeClosed(1, BLOCKS).toArray()) {
            x = network.filtered("conv_dw_" + block, x, HALVING.contains(block) ? EVERY_SECOND : EACH);
            x = network.convolved("conv_pw_" + block, x, EACH);
        }
        return tf.math.mean(x, tf.array(1, 2));
    }

    private Operand<TFloat32> convolved(String layer, Operand<TFloat32> x, List<Long> strides) {
        var y = tf.nn.conv2d(x, weights.get(layer + "/convolution/merged_input"), strides, "SAME");
        return activated(layer, y);
    }

    /** Convolves each channel separately. */
    private Operand<TFloat32> filtered(String layer, Operand<TFloat32> x, List<Long> strides) {
        var y = tf.nn.depthwiseConv2dNative(x, weights.get(layer + "/depthwise_kernel"), strides, "SAME");
        return activated(layer, tf.math.mul(y, weights.get(layer + "_bn/batchnorm_1/mul")));
    }

    private Operand<TFloat32> activated(String layer, Operand<TFloat32> x) {
        return tf.nn.relu6(tf.math.add(x, weights.get(layer + "_bn/batchnorm_1/sub")));
    }
}
