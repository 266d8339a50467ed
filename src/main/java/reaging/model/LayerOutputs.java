package reaging.model;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import reaging.runtime.MultiplyAdds;

/** Finds the outputs of a network's layers in its graph by the variables of their kernels. */
public final class LayerOutputs {
    private LayerOutputs() {}

    /**
     * Returns the convolutions and matrix products of a graph by the path of their layer, for example
     * {@code generator/identity_encoder/block_0/conv_1}, in the order of creation. Their outputs do not include biases.
     *
     * @param graph graph in which each layer is applied once to inputs of known shapes
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

    /** Returns the name of the variable from which a product's kernel is derived. */
    private static String kernel(GraphOperation product) {
        var op = (GraphOperation) product.input(1).op();
        while (op.numInputs() > 0) {
            op = (GraphOperation) op.input(0).op();
        }
        return op.name();
    }

    /** Returns the path of the layer that a variable belongs to. */
    static String layer(String variable) {
        return variable.substring(0, variable.lastIndexOf('/'));
    }
}
