package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.Tensors;
import reaging.model.ModelConfig;

class FeatureMapsTest {
    private static final ModelConfig MODEL = ModelConfig.preset("tiny-32");
    private static final float[][][] FACE = StdArrays.array3dCopyOf(Tensors.random(7, 32, 32, 3));

    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void export() throws IOException {
        model = ExportedModel.in(folder, MODEL, 3);
    }

    private static float[][][] ones() {
        float[][][] ones = new float[32][32][1];
        for (float[][] row : ones) {
            for (float[] pixel : row) {
                pixel[0] = 1;
            }
        }
        return ones;
    }

    /** f_aw as the SavedModel's own functions give it. */
    private static FloatNdArray style(ReAger reAger, float age) {
        try (var image = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][][][] {FACE}));
                var years = TFloat32.vectorOf(age);
                var encoded = reAger.call(Contract.ENCODE, Map.of(Contract.IMAGE, image));
                var styled = reAger.call(
                        Contract.MODULATE, Map.of(Contract.IDENTITY, encoded.get(0), Contract.TARGET_AGE, years))) {
            FloatNdArray copy =
                    NdArrays.ofFloats(((TFloat32) styled.get(0)).get(0).shape());
            ((TFloat32) styled.get(0)).get(0).copyTo(copy);
            return copy;
        }
    }

    @Test
    void layerComputesWhatTheSavedModelComputesButForItsBias() {
        try (var maps = FeatureMaps.load(model);
                var reAger = ReAger.load(model)) {
            var layerYoung = maps.of("age_modulator/to_style", FACE, ones(), 5);
            var layerOld = maps.of("age_modulator/to_style", FACE, ones(), 70);
            assertEquals("[1, 1, 64]", layerYoung.shape().toString());
            var young = style(reAger, 5);
            var old = style(reAger, 70);
            double furthest = 0;
            for (long i = 0; i < 64; i++) {
                // The bias is the same at both ages.
                float change = old.getFloat(i) - young.getFloat(i);
                float layerChange = layerOld.getFloat(0, 0, i) - layerYoung.getFloat(0, 0, i);
                assertEquals(1, layerChange / change, 1e-2, "component " + i);
                furthest = Math.max(furthest, Math.abs(change));
            }
            assertTrue(furthest > 1e-2, "the age changes the style");
        }
    }

    @Test
    void layersAreInTheOrderOfAPass() {
        try (var maps = FeatureMaps.load(model)) {
            var layers = maps.layers();
            assertEquals("identity_encoder/from_rgb", layers.get(0));
            assertEquals("decoder/to_rgb", layers.get(layers.size() - 1));
            assertTrue(layers.indexOf("identity_encoder/block_1/conv_2") < layers.indexOf("decoder/block_0/conv_1"));
            assertEquals(
                    "[16, 16, 16]",
                    maps.of("identity_encoder/block_0/conv_2", FACE, ones(), 5)
                            .shape()
                            .toString());
        }
    }

    @Test
    void unknownLayerNamesThoseThatComeNear() {
        try (var maps = FeatureMaps.load(model)) {
            var error = assertThrows(
                    IllegalArgumentException.class, () -> maps.of("decoder/block_9/conv_1", FACE, ones(), 5));
            assertTrue(error.getMessage().contains("decoder/block_0/"), error.getMessage());
        }
    }

    @Test
    void modelWithoutACardCannotBeLookedInto() throws IOException {
        var without = ExportedModel.in(folder, MODEL, 4);
        Files.delete(without.resolve("assets.extra/model_card.json"));
        var error = assertThrows(IllegalArgumentException.class, () -> FeatureMaps.load(without));
        assertTrue(error.getMessage().contains("model card"), error.getMessage());
    }

    @Test
    void signatureThatIsMissingIsNamedBesideThoseThatAreThere() {
        try (var reAger = ReAger.load(model)) {
            var error = assertThrows(IllegalArgumentException.class, () -> reAger.call("dream", Map.of()));
            assertTrue(
                    error.getMessage().contains("dream") && error.getMessage().contains("lifespan"));
        }
    }
}
