package reaging.networks;

import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The face recognition network of dlib (King 2017, a ResNet of 29 convolutions, He et al. 2016), [N, 150, 150, 3] to [N, 128],
 * as face-api runs it, since only its weights are published, not its graph.
 */
final class ResNet29 {
    private static final List<String> BLOCKS = List.of(
            "conv32_1",
            "conv32_2",
            "conv32_3",
            "conv64_down",
            "conv64_1",
            "conv64_2",
            "conv64_3",
            "conv128_down",
            "conv128_1",
            "conv128_2",
            "conv256_down",
            "conv256_1",
            "conv256_2",
            "conv256_down_out");
    private static final List<Long> EACH = List.of(1L, 1L, 1L, 1L);
    private static final List<Long> EVERY_SECOND = List.of(1L, 2L, 2L, 1L);

    private final Ops tf;
    private final NamedConstants weights;

    private ResNet29(Ops tf, Map<String, TfjsTensor> weights) {
        this.tf = tf;
        this.weights = new NamedConstants(tf, weights, "face recognition model");
    }

    /**
     * Adds the network to a graph.
     *
     * @param weights weights by name, such as {@code conv32_1/conv1/scale/weights}
     * @param images [N, 150, 150, 3], normalized
     * @return [N, 128]
     */
    static Operand<TFloat32> apply(Ops tf, Map<String, TfjsTensor> weights, Operand<TFloat32> images) {
        var network = new ResNet29(tf, weights);
        Operand<TFloat32> x =
                tf.nn.relu(network.convolution("conv32_down", images, EVERY_SECOND, "VALID")); // [N, 72, 72, 32]
        x = tf.nn.maxPool(x, tf.array(1, 3, 3, 1), tf.array(1, 2, 2, 1), "VALID"); // [N, 35, 35, 32]
        for (String block : BLOCKS) {
            x = block.contains("down") ? network.halved(block, x) : network.residual(block, x);
        }
        var pooled = tf.math.mean(x, tf.array(1, 2)); // [N, 256]
        return tf.linalg.matMul(pooled, network.weights.get("fc"));
    }

    private Operand<TFloat32> residual(String block, Operand<TFloat32> x) {
        var inner = tf.nn.relu(convolution(block + "/conv1", x, EACH, "SAME"));
        return tf.nn.relu(tf.math.add(convolution(block + "/conv2", inner, EACH, "SAME"), x));
    }

    /** Halves width and height; a shortcut with fewer channels, and a path with fewer pixels, are padded with zeros. */
    private Operand<TFloat32> halved(String block, Operand<TFloat32> x) {
        var inner = tf.nn.relu(convolution(block + "/conv1", x, EVERY_SECOND, "VALID"));
        var path = convolution(block + "/conv2", inner, EACH, "SAME");
        var shortcut = tf.nn.avgPool(x, List.of(1L, 2L, 2L, 1L), EVERY_SECOND, "VALID");
        int pixels = (int) (shortcut.shape().get(1) - path.shape().get(1));
        int channels = (int) (path.shape().get(3) - shortcut.shape().get(3));
        return tf.nn.relu(tf.math.add(padded(path, pixels, 0), padded(shortcut, 0, channels)));
    }

    private Operand<TFloat32> padded(Operand<TFloat32> x, int pixels, int channels) {
        var ends = new int[][] {{0, 0}, {0, pixels}, {0, pixels}, {0, channels}};
        return tf.pad(x, tf.constant(ends), tf.constant(0f));
    }

    /** Applies a convolution with bias, and a scale and shift for each channel, the remains of a batch norm. */
    private Operand<TFloat32> convolution(String layer, Operand<TFloat32> x, List<Long> strides, String padding) {
        var convolved = tf.nn.conv2d(x, weights.get(layer + "/conv/filters"), strides, padding);
        var biased = tf.math.add(convolved, weights.get(layer + "/conv/bias"));
        var scaled = tf.math.mul(biased, weights.get(layer + "/scale/weights"));
        return tf.math.add(scaled, weights.get(layer + "/scale/biases"));
    }
}
