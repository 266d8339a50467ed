package reaging.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import reaging.nn.Phase;
import reaging.nn.Weights;
import reaging.runtime.Graphs;
import reaging.runtime.MultiplyAdds;
import reaging.runtime.Variable;

/**
 * The layers of a network with their sizes and multiply-adds, read from the actual graph.
 *
 * @param layers layers in the order of creation
 * @param activationBytes bytes of all float tensors in one pass over one image
 */
public record NetworkSummary(List<Layer> layers, long activationBytes) {

    /**
     * A layer.
     *
     * @param name path of its variables
     * @param output shape of its output for one image; empty for norms without a product
     * @param parameters number of trained values
     * @param multiplyAdds multiply-adds of one pass over one image
     * @param plainMultiplyAdds multiply-adds without the exact rewrites: convolve, then average; repeat, then convolve
     */
    public record Layer(String name, List<Long> output, long parameters, long multiplyAdds, long plainMultiplyAdds) {}

    /** Summarizes one pass of the generator: encoder, modulator and decoder. */
    public static NetworkSummary ofGenerator(ModelConfig config) {
        try (var graph = Graphs.open()) {
            Ops tf = Ops.create(graph);
            var weights = Weights.unfilled(graph, "generator");
            var generator = new Generator(weights, config);
            var mask = placeholder(tf, 1, config.imageSize(), config.imageSize(), 1);
            var encoding = generator.encode(tf, image(tf, config), mask);
            generator.reAge(tf, encoding, placeholder(tf, 1, AgeCode.SIZE), mask, Phase.INFERENCE);
            return of(graph, weights);
        }
    }

    /** Summarizes one pass of the discriminator. */
    public static NetworkSummary ofDiscriminator(ModelConfig config) {
        try (var graph = Graphs.open()) {
            Ops tf = Ops.create(graph);
            var weights = Weights.unfilled(graph, "discriminator");
            new Discriminator(weights, config).apply(tf, image(tf, config));
            return of(graph, weights);
        }
    }

    private static Placeholder<TFloat32> image(Ops tf, ModelConfig config) {
        return placeholder(tf, 1, config.imageSize(), config.imageSize(), 3);
    }

    private static Placeholder<TFloat32> placeholder(Ops tf, long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    private static NetworkSummary of(Graph graph, Weights weights) {
        long activationBytes = 0;
        for (Iterator<GraphOperation> ops = graph.operations(); ops.hasNext(); ) {
            activationBytes += activationBytes(ops.next());
        }
        return new NetworkSummary(layers(weights, LayerOutputs.of(graph)), activationBytes);
    }

    private static List<Layer> layers(Weights weights, Map<String, GraphOperation> products) {
        Map<String, Long> parameters = new LinkedHashMap<>();
        for (Variable variable : weights.trained()) {
            parameters.merge(LayerOutputs.layer(variable.name()), variable.size(), Long::sum);
        }
        List<Layer> layers = new ArrayList<>();
        parameters.forEach((name, count) -> {
            var product = products.get(name);
            long work = product == null ? 0 : MultiplyAdds.of(product);
            List<Long> output = product == null ? List.of() : output(product);
            layers.add(new Layer(name, output, count, work, Math.round(work * plainFactor(name, products))));
        });
        return layers;
    }

    /** Returns the factor of the plain form's multiply-adds: 9/4 for a resized convolution, 4 for a shortcut beside it. */
    private static double plainFactor(String layer, Map<String, GraphOperation> products) {
        if (resized(products.get(layer))) {
            return 2.25;
        }
        var beside = products.get(layer.replaceFirst("shortcut$", "conv_1"));
        return layer.endsWith("/shortcut") && (resized(beside) || smaller(products.get(layer), beside)) ? 4 : 1;
    }

    private static boolean resized(@Nullable GraphOperation product) {
        return product != null
                && product.type().startsWith("Conv2D")
                && product.attributes().getAttrIntList("strides")[1] == 2;
    }

    private static boolean smaller(@Nullable GraphOperation product, @Nullable GraphOperation other) {
        return product != null
                && other != null
                && output(product).get(0) < output(other).get(0);
    }

    private static List<Long> output(GraphOperation op) {
        List<Long> lengths = new ArrayList<>();
        for (long length : op.output(0).shape().asArray()) {
            lengths.add(length);
        }
        return lengths.subList(1, lengths.size());
    }

    private static long activationBytes(GraphOperation op) {
        long bytes = 0;
        for (int i = 0; i < op.numOutputs(); i++) {
            var output = op.output(i);
            var shape = output.shape();
            // Kernels have no leading 1, the batch.
            boolean activation = !shape.isUnknown() && shape.numDimensions() > 1 && shape.get(0) == 1;
            if (activation && !shape.hasUnknownDimension() && output.dataType() == DataType.DT_FLOAT) {
                bytes += Float.BYTES * shape.size();
            }
        }
        return bytes;
    }

    /** Returns the number of trained values. */
    public long parameters() {
        return layers.stream().mapToLong(Layer::parameters).sum();
    }

    /** Returns the multiply-adds of one pass over one image. */
    public long multiplyAdds() {
        return layers.stream().mapToLong(Layer::multiplyAdds).sum();
    }

    /** Returns the multiply-adds of one pass over one image in the plain form. */
    public long plainMultiplyAdds() {
        return layers.stream().mapToLong(Layer::plainMultiplyAdds).sum();
    }
}
