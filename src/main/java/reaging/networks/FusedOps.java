package reaging.networks;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * Splits ops fused by TensorFlow.js's converter, such as {@code _FusedConv2D}, into a plain op, a bias and an activation. The
 * last of them keeps the name, so that other nodes still find it.
 */
final class FusedOps {
    private static final Map<String, String> PLAIN = Map.of(
            "_FusedConv2D", "Conv2D",
            "FusedDepthwiseConv2dNative", "DepthwiseConv2dNative",
            "_FusedMatMul", "MatMul");
    /** An activation with a slope for each channel, in a fused op or alone, for which TensorFlow has no op. */
    private static final String PRELU = "Prelu";

    private static final Set<String> ACTIVATIONS = Set.of("Relu", "Relu6", "Elu", "Sigmoid", "Tanh");
    /** Attributes that only fused ops have. */
    private static final Set<String> OF_FUSION = Set.of("fused_ops", "num_args", "epsilon", "leakyrelu_alpha", "TArgs");

    private FusedOps() {}

    /** Splits a node; one that is not fused is returned unchanged. */
    static List<NodeDef> split(NodeDef node) {
        if (node.getOp().equals(PRELU)) {
            return prelu(node.getName(), node.getInput(0), node.getInput(1));
        }
        var plain = PLAIN.get(node.getOp());
        if (plain == null) {
            return List.of(node);
        }
        var stages = node.getAttrOrThrow("fused_ops").getList().getSList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
        List<NodeDef> nodes = new ArrayList<>();
        var first = node.toBuilder()
                .setOp(plain)
                .setName(stages.isEmpty() ? node.getName() : node.getName() + "/" + plain)
                .clearInput()
                .addAllInput(node.getInputList().subList(0, 2));
        OF_FUSION.forEach(first::removeAttr);
        nodes.add(first.build());
        int argument = 2;
        for (int i = 0; i < stages.size(); i++) {
            var name = i == stages.size() - 1 ? node.getName() : node.getName() + "/" + stages.get(i);
            var input = nodes.get(nodes.size() - 1).getName();
            if (stages.get(i).equals("BiasAdd")) {
                nodes.add(op("BiasAdd", name, input, node.getInput(argument++)));
            } else if (stages.get(i).equals("LeakyRelu")) {
                nodes.add(leaky(node, name, input));
            } else if (stages.get(i).equals(PRELU)) {
                nodes.addAll(prelu(name, input, node.getInput(argument++)));
            } else if (ACTIVATIONS.contains(stages.get(i))) {
                nodes.add(op(stages.get(i), name, input));
            } else {
                throw new IllegalArgumentException(
                        "a fused op must consist of BiasAdd, LeakyRelu, Prelu and " + ACTIVATIONS + " but "
                                + node.getName() + " has " + stages.get(i) + "; convert the model without fusing");
            }
        }
        return nodes;
    }

    private static NodeDef leaky(NodeDef node, String name, String input) {
        return op("LeakyRelu", name, input).toBuilder()
                .putAttr("alpha", node.getAttrOrThrow("leakyrelu_alpha"))
                .build();
    }

    /** Computes max(x, 0) - alpha * max(-x, 0). */
    private static List<NodeDef> prelu(String name, String input, String alpha) {
        return List.of(
                op("Relu", name + "/positive", input),
                op("Neg", name + "/negated", input),
                op("Relu", name + "/negative", name + "/negated"),
                op("Mul", name + "/scaled", name + "/negative", alpha),
                op("Sub", name, name + "/positive", name + "/scaled"));
    }

    private static NodeDef op(String type, String name, String... inputs) {
        return NodeDef.newBuilder()
                .setOp(type)
                .setName(name)
                .addAllInput(List.of(inputs))
                .putAttr("T", AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
                .build();
    }
}
