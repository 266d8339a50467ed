package reaging.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.each;
import static reaging.Tensors.scalar;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;
import reaging.losses.IdentityLoss;

class MobileNetTest {
    private static final FloatNdArray IMAGES =
            each(Shape.of(2, 64, 64, 3), at -> Math.sin(0.2 * at[1] * (at[0] + 1) + 0.1 * at[2] + at[3]));

    /** A network of two channels all through. */
    private static Map<String, TfjsTensor> twoChannels() {
        Map<String, TfjsTensor> weights = new HashMap<>();
        weights.put(
                "conv1/convolution/merged_input",
                filled(0.001, 3, 3, 3, 2)); // of levels up to 255, below where ReLU6 ends
        weights.put("conv1_bn/batchnorm_1/sub", filled(0.1, 2));
        for (int block = 1; block <= 13; block++) {
            weights.put("conv_dw_" + block + "/depthwise_kernel", filled(0.1, 3, 3, 2, 1));
            weights.put("conv_dw_" + block + "_bn/batchnorm_1/mul", filled(1, 2));
            weights.put("conv_dw_" + block + "_bn/batchnorm_1/sub", filled(0.1, 2));
            weights.put("conv_pw_" + block + "/convolution/merged_input", filled(0.1, 1, 1, 2, 2));
            weights.put("conv_pw_" + block + "_bn/batchnorm_1/sub", filled(0.1, 2));
        }
        return weights;
    }

    private static TfjsTensor filled(double value, long... shape) {
        long size = LongStream.of(shape).reduce(1, (a, b) -> a * b);
        return TfjsTensor.of(
                DataType.DT_FLOAT,
                shape,
                DoubleStream.generate(() -> value).limit(size).toArray());
    }

    @Test
    void gradientsGoThroughItAndThroughItsPreparation() {
        try (var test = new TestGraph()) {
            Ops tf = test.tf();
            var images = test.constant(IMAGES);
            var features = MobileNet.features(tf, twoChannels(), FaceInput.levels(tf, images, 32));
            assertEquals(Shape.of(2, 2), features.shape());
            var slope = tf.gradients(tf.sum(features, tf.array(0, 1)), List.of(images))
                    .<TFloat32>dy(0);
            double size =
                    test.fetch(tf.sum(tf.math.abs(slope), tf.array(0, 1, 2, 3))).getFloat();
            assertTrue(size > 0 && Double.isFinite(size), () -> "" + size);
        }
    }

    @Test
    void itIsTheNetworkThatThePublishedGraphIs() {
        var folder = EvaluatorPackages.defaultFolder();
        assumeTrue(EvaluatorPackage.FEATURES.isIn(folder), "faceres is not installed: ragan networks install");
        var file = folder.resolve("faceres.json");
        var published = published(TfjsGraph.read(file));
        var weights = TfjsWeights.read(((JsonObject) TfjsGraph.json(file)).get("weightsManifest"), folder);
        try (var test = new TestGraph()) {
            Ops tf = test.tf();
            var ours = test.fetch(MobileNet.features(tf, weights, FaceInput.levels(tf, test.constant(IMAGES), 224)));
            assertEquals(Shape.of(2, 1024), ours.shape());
            for (int i = 0; i < 2; i++) {
                assertClose(StdArrays.ndCopyOf(published.get(i)), ours.get(i), 1e-4);
            }
        }
    }

    private static List<float[]> published(GraphDef graph) {
        try (var network = FaceNetwork.of(
                        graph,
                        "input_1",
                        (tf, images) -> FaceInput.levels(tf, images, 224),
                        List.of("global_pooling/Mean"));
                var images = TFloat32.tensorOf(IMAGES)) {
            return List.of(network.run(images).get(0));
        }
    }

    @Test
    void theLossIsNothingForTheSameFaces() {
        var folder = EvaluatorPackages.defaultFolder();
        assumeTrue(EvaluatorPackage.FEATURES.isIn(folder), "faceres is not installed: ragan networks install");
        try (var test = new TestGraph()) {
            Ops tf = test.tf();
            var images = test.constant(IMAGES);
            var loss = IdentityLoss.of(tf, FaceFeatures.load(folder)::describe, images, images);
            assertClose(scalar(0), test.fetch(loss), 1e-5);
        }
    }

    @Test
    void whatIsNotInstalledIsNamed(@TempDir Path empty) {
        var failure = assertThrows(IllegalArgumentException.class, () -> FaceFeatures.load(empty));
        assertTrue(failure.getMessage().startsWith("the identity loss needs its network"), failure.getMessage());
        assertTrue(failure.getMessage().endsWith("; install the networks"), failure.getMessage());
    }

    @Test
    void aWeightThatIsMissingIsNamed() {
        var weights = twoChannels();
        weights.remove("conv_dw_7_bn/batchnorm_1/mul");
        try (var test = new TestGraph()) {
            Ops tf = test.tf();
            var images = test.constant(IMAGES);
            var failure = assertThrows(IllegalArgumentException.class, () -> MobileNet.features(tf, weights, images));
            assertTrue(failure.getMessage().contains("conv_dw_7_bn/batchnorm_1/mul"), failure.getMessage());
        }
    }
}
