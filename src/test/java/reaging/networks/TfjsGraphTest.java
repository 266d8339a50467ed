package reaging.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/** Hand-made graph models, small enough to compute by hand. */
class TfjsGraphTest {
    private static final String MODEL = """
            {"format": "graph-model",
             "modelTopology": {"versions": {}, "library": {}, "node": [
              {"name": "x", "op": "Placeholder", "attr": {"dtype": {"type": "DT_FLOAT"},
               "shape": {"shape": {"dim": [{"size": "-1"}, {"size": "2"}]}}}},
              {"name": "kernel", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"},
               "value": {"tensor": {"dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": "2"}, {"size": "2"}]}}}}},
              {"name": "bias", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"},
               "value": {"tensor": {"dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": "2"}]}}}}},
              {"name": "slope", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"},
               "value": {"tensor": {"dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": "2"}]}}}}},
              {"name": "y", "op": "_FusedMatMul", "input": ["x", "kernel", "bias"%s], "attr": {
               "transpose_a": {"b": false}, "transpose_b": {"b": false}, "T": {"type": "DT_FLOAT"},
               "num_args": {"i": "1"}, "epsilon": {"f": 0}, "leakyrelu_alpha": {"f": 0.25},
               "fused_ops": {"list": {"s": ["%s", "%s"]}}}},
              {"name": "z", "op": "Add", "input": ["y", "bias"], "attr": {"T": {"type": "DT_FLOAT"}}}]},
             "weightsManifest": [{"paths": ["w.bin"], "weights": [
              {"name": "kernel", "shape": [2, 2], "dtype": "float32"},
              {"name": "bias", "shape": [2], "dtype": "float32"},
              {"name": "slope", "shape": [2], "dtype": "float32"}]}]}
            """;

    @TempDir
    private Path folder;

    private Path model(String activation, String moreInputs) throws IOException {
        var weights = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : new float[] {1, 2, 3, -4, 10, -20, .5f, .1f}) {
            weights.putFloat(value);
        }
        Files.write(folder.resolve("w.bin"), weights.array());
        return Files.writeString(
                folder.resolve("model.json"), MODEL.formatted(moreInputs, base64("BiasAdd"), base64(activation)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    // x kernel + bias = (1 + 3 + 10, 2 - 4 - 20) = (14, -22); then the activation, then the bias once more.
    @ParameterizedTest
    @CsvSource({
        "Relu, '', 24, -20",
        "Relu6, '', 16, -20",
        "Elu, '', 24, -21",
        "LeakyRelu, '', 24, -25.5",
        "Prelu, ', \"slope\"', 24, -22.2"
    })
    void fusedOpsComputeWhatTheirPartsDo(String activation, String moreInputs, float first, float second)
            throws IOException {
        try (var graph = new Graph();
                var session = new Session(graph)) {
            graph.importGraphDef(TfjsGraph.read(model(activation, moreInputs)));
            try (var x = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{1, 1}}));
                    var result = session.runner().feed("x", x).fetch("z").run()) {
                assertArrayEquals(new float[][] {{first, second}}, StdArrays.array2dCopyOf((TFloat32) result.get(0)));
            }
        }
    }

    @Test
    void aPreluThatStandsAloneIsSplitAsWell() {
        var nodes = FusedOps.split(NodeDef.newBuilder()
                .setOp("Prelu")
                .setName("y")
                .addAllInput(List.of("x", "slope"))
                .build());
        var numbers = AttrValue.newBuilder().setType(DataType.DT_FLOAT).build();
        var definition = GraphDef.newBuilder();
        for (var name : List.of("x", "slope")) {
            definition.addNode(
                    NodeDef.newBuilder().setOp("Placeholder").setName(name).putAttr("dtype", numbers));
        }
        nodes.forEach(definition::addNode);
        assertEquals("y", nodes.get(nodes.size() - 1).getName());
        try (var graph = new Graph();
                var session = new Session(graph)) {
            graph.importGraphDef(definition.build());
            try (var x = TFloat32.vectorOf(-8, -2, 0, 3);
                    var slope = TFloat32.vectorOf(.25f, 0, .5f, .25f);
                    var y = session.runner()
                            .feed("x", x)
                            .feed("slope", slope)
                            .fetch("y")
                            .run()) {
                assertEquals(TFloat32.vectorOf(-2, 0, 0, 3), y.get(0));
            }
        }
    }

    @Test
    void unknownFusionNamesItself() {
        var error = assertThrows(IllegalArgumentException.class, () -> TfjsGraph.read(model("Mish", "")));
        assertTrue(error.getMessage().contains("y has Mish"), error.getMessage());
    }

    @Test
    void fusedConvolutionKeepsItsAttributesAndItsName() {
        var list = AttrValue.ListValue.newBuilder()
                .addS(ByteString.copyFromUtf8("BiasAdd"))
                .addS(ByteString.copyFromUtf8("Relu6"));
        var strides = AttrValue.newBuilder()
                .setList(
                        AttrValue.ListValue.newBuilder().addI(1).addI(2).addI(2).addI(1))
                .build();
        var nodes = FusedOps.split(NodeDef.newBuilder()
                .setOp("FusedDepthwiseConv2dNative")
                .setName("block/relu")
                .addAllInput(List.of("x", "kernel", "bias"))
                .putAttr("fused_ops", AttrValue.newBuilder().setList(list).build())
                .putAttr("strides", strides)
                .build());
        assertEquals(
                List.of("DepthwiseConv2dNative", "BiasAdd", "Relu6"),
                nodes.stream().map(NodeDef::getOp).toList());
        assertEquals("block/relu", nodes.get(2).getName());
        assertEquals(strides, nodes.get(0).getAttrOrThrow("strides"));
        assertEquals(List.of("x", "kernel"), nodes.get(0).getInputList());
        assertEquals("bias", nodes.get(1).getInput(1));
    }

    @Test
    void damagedModelsAreNamed() throws IOException {
        var text = Files.writeString(folder.resolve("text.json"), "{ not JSON");
        var empty = Files.writeString(folder.resolve("empty.json"), "{}");
        for (var file : List.of(text, empty)) {
            var error = assertThrows(IllegalArgumentException.class, () -> TfjsGraph.read(file));
            assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
        }
    }
}
