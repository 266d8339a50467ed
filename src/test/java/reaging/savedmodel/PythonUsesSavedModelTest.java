package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.Python;
import reaging.Tensors;
import reaging.model.ModelConfig;

/** What a Python program gets from a SavedModel that Java wrote. */
@Tag("slow")
class PythonUsesSavedModelTest {
    private static final ModelConfig MODEL = ModelConfig.preset("tiny-32");
    private static final float[] YEARS = {4, 63.5f};
    private static final double BOUND = 1e-5;

    @TempDir
    private static Path folder;

    private static FloatNdArray faces; // [2, S, S, 3]
    private static FloatNdArray reAged; // by Java
    private static Used used;

    /** What {@code use_savedmodel.py} prints. */
    private record Used(
            List<String> signatures,
            Map<String, List<Long>> variables,
            List<String> trainable,
            List<String> withoutGradient,
            double gradientNorm,
            float[][][][] reaged,
            double signatureApart,
            double lifespanApart,
            double decodedApart,
            List<Long> style,
            double layerApart,
            int layerTrainable,
            double functionalApart,
            int png,
            double[] losses) {}

    @BeforeAll
    static void use() throws IOException {
        Python.require();
        var model = ExportedModel.in(folder, MODEL, 11);
        faces = Tensors.random(2, 2, MODEL.imageSize(), MODEL.imageSize(), 3);
        reAged = NdArrays.ofFloats(faces.shape());
        try (var reAger = ReAger.load(model);
                var images = TFloat32.tensorOf(faces);
                var years = TFloat32.vectorOf(YEARS);
                var result = reAger.reAge(images, years)) {
            ((TFloat32) result.get(0)).copyTo(reAged);
        }
        var input = folder.resolve("input.json");
        var given = Map.of("image", StdArrays.array4dCopyOf(faces), "target_age", YEARS);
        Files.writeString(input, new Gson().toJson(given));
        used = new Gson()
                .fromJson(
                        Python.run(Duration.ofMinutes(3), Path.of("src/test/python/use_savedmodel.py"), model, input),
                        Used.class);
    }

    @Test
    void pixelsAreThoseOfJava() {
        Tensors.assertClose(reAged, StdArrays.ndCopyOf(used.reaged()), BOUND);
    }

    @Test
    void everySignatureAndFunctionGivesTheSame() {
        assertEquals(
                "[decode, encode, encode_masked, lifespan, modulate, reage_masked, serving_bytes, serving_default]",
                used.signatures().toString());
        assertEquals(0, used.signatureApart(), BOUND);
        assertEquals(0, used.lifespanApart(), BOUND);
        assertEquals(0, used.decodedApart(), BOUND);
        assertEquals(List.of(2L, (long) MODEL.styleSize()), used.style());
        assertEquals(MODEL.imageSize(), used.png());
    }

    @Test
    void variablesAreThereByNameAndTrainable() {
        assertEquals(94, used.variables().size());
        assertEquals(List.of(3L, 3L, 3L, 8L), used.variables().get("generator/identity_encoder/from_rgb/kernel"));
        assertEquals(82, used.trainable().size());
        assertTrue(used.trainable().stream().noneMatch(name -> name.contains("moving_")), "statistics are not trained");
    }

    @Test
    void gradientsFlowToEveryVariableAndLowerALoss() {
        assertEquals(List.of(), used.withoutGradient());
        assertTrue(used.gradientNorm() > 0);
        assertTrue(used.losses()[2] < used.losses()[0], "losses " + used.losses()[0] + " to " + used.losses()[2]);
    }

    @Test
    void kerasTakesItAsALayer() {
        assertEquals(0, used.layerApart(), BOUND);
        assertEquals(0, used.functionalApart(), BOUND);
        assertEquals(82, used.layerTrainable());
    }
}
