package reaging.networks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Reads a graph model of TensorFlow.js, {@code model.json} and its weights, as a TensorFlow graph: constants hold the weights, and
 * ops fused by the converter are split into plain ops.
 */
final class TfjsGraph {
    private TfjsGraph() {}

    /** Reads a model, whose shards are beside it. */
    static GraphDef read(Path file) {
        if (!(json(file) instanceof JsonObject model) || !model.has("modelTopology") || !model.has("weightsManifest")) {
            throw new IllegalArgumentException("a TensorFlow.js model must have modelTopology and weightsManifest but "
                    + file + " does not; convert it as a graph model");
        }
        var weights = TfjsWeights.read(
                model.get("weightsManifest"),
                Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
        var graph = GraphDef.newBuilder();
        for (var node : topology(model, file).getNodeList()) {
            FusedOps.split(withWeights(node, weights, file)).forEach(graph::addNode);
        }
        return graph.build();
    }

    /** Reads a JSON file. */
    static JsonElement json(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + file, e);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(
                    "a TensorFlow.js model must be JSON but " + file + " is not; install it again", e);
        }
    }

    private static GraphDef topology(JsonObject model, Path file) {
        var graph = GraphDef.newBuilder();
        try {
            JsonFormat.parser()
                    .ignoringUnknownFields()
                    .merge(model.get("modelTopology").toString(), graph);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "the topology of a TensorFlow.js model must be a GraphDef but that of " + file + " is not: "
                            + e.getMessage() + "; install it again",
                    e);
        }
        return graph.build();
    }

    private static NodeDef withWeights(NodeDef node, Map<String, TfjsTensor> weights, Path file) {
        if (!node.getOp().equals("Const")) {
            return node;
        }
        var weight = weights.get(node.getName());
        if (weight == null) {
            throw new IllegalArgumentException("every constant of a TensorFlow.js model must be in its manifest but "
                    + node.getName() + " of " + file + " is not; install it again");
        }
        return node.toBuilder()
                .putAttr(
                        "value",
                        AttrValue.newBuilder().setTensor(weight.proto()).build())
                .build();
    }
}
