package reaging.model;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import reaging.runtime.MultiplyAdds;

/** What the layers of a network compute, found in its graph by the variables that their kernels are made of. */
public final class LayerOutputs {
    private LayerOutputs() {}

    /**
     * The convolutions and matrix products of a graph by the path of their layer, for example
     * {@code generator/identity_encoder/block_0/conv_1}, in the order in which they were built. Biases are not in their
     * outputs yet.
     *
     * @param graph in which each layer is applied once, to inputs of known shapes
     */
    public static Map<String, GraphOperation> of(Graph graph) {
        Map<String, GraphOperation> products = new LinkedHashMap<>();
        for (Iterator<GraphOperation> ops = graph.operations(); ops.hasNext(); ) {
            var op = ops.next();
            if (MultiplyAdds.of(op) > 0) {
                products.put(layer(kernel(op)), op);
            }
        }
        return products;
    }

    /** The name of the variable that a product's kernel is made of. */
    private static String kernel(GraphOperation product) {
        var op = (GraphOperation) product.input(1).op();
        while (op.numInputs() > 0) {
            op = (GraphOperation) op.input(0).op();
        }
        return op.name();
    }

    /** The path of the layer that a variable belongs to. */
    static String layer(String variable) {
        return variable.substring(0, variable.lastIndexOf('/'));
    }
}
