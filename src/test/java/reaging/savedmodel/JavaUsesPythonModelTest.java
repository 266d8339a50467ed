package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Result;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.Python;
import reaging.Tensors;
import reaging.data.FivePoints;
import reaging.run.RunFolder;
import reaging.weights.Importer;
import reaging.weights.Ramps;

/** SavedModels that Python wrote, in both of its ways, through the Java API. */
@Tag("slow")
class JavaUsesPythonModelTest {
    private static final FloatNdArray IMAGES = Tensors.random(8, 2, 32, 32, 3);
    private static final FloatNdArray MASKS = Tensors.each(Shape.of(2, 32, 32, 1), at -> at[1] < 20 ? 1 : 0);
    private static final float[] YEARS = {4, 63.5f};
    private static final double BOUND = 1e-5;

    /** Of Java's own network, which sums in another order than Keras' does. */
    private static final double FORWARD_BOUND = 1e-4;

    @TempDir
    private static Path folder;

    private static Given given;

    /** What {@code export_models.py} prints. */
    private record Given(float[][][][] reaged, float[][][][] masked) {}

    @BeforeAll
    static void export() throws IOException {
        Python.require();
        var input = folder.resolve("input.json");
        Files.writeString(
                input,
                new Gson()
                        .toJson(Map.of(
                                "image", StdArrays.array4dCopyOf(IMAGES),
                                "mask", StdArrays.array4dCopyOf(MASKS),
                                "target_age", YEARS)));
        var printed = Python.run(Duration.ofMinutes(4), Path.of("src/test/python/export_models.py"), folder, input);
        given = new Gson().fromJson(printed, Given.class);
    }

    private static void assertGives(float[][][][] expected, String model, FloatNdArray masks) {
        assertGives(expected, model, masks, BOUND);
    }

    private static void assertGives(float[][][][] expected, String model, FloatNdArray masks, double bound) {
        try (var reAger = ReAger.load(folder.resolve(model));
                var images = TFloat32.tensorOf(IMAGES);
                var years = TFloat32.vectorOf(YEARS);
                var result = reAged(reAger, images, masks, years)) {
            assertEquals(32, reAger.imageSize());
            Tensors.assertClose(StdArrays.ndCopyOf(expected), (TFloat32) result.get(0), bound);
        }
    }

    /** Masks may be null. */
    private static Result reAged(ReAger reAger, TFloat32 images, FloatNdArray masks, TFloat32 years) {
        if (masks == null) {
            return reAger.reAge(images, years);
        }
        try (var mask = TFloat32.tensorOf(masks)) {
            return reAger.reAge(images, mask, years);
        }
    }

    @Test
    void moduleSavedByTensorFlowRuns() {
        assertGives(given.reaged(), "module", null);
    }

    @Test
    void moduleSavedByTensorFlowTakesMasks() {
        assertGives(given.masked(), "module", MASKS);
    }

    @Test
    void moduleSavedByTensorFlowRunsStageByStage() {
        try (var reAger = ReAger.load(folder.resolve("module"))) {
            Stages.assertGive(StdArrays.ndCopyOf(given.masked()), reAger, IMAGES, MASKS, YEARS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"module", "keras"})
    void importedWeightsGiveTheSameFaces(String model) {
        var run = new RunFolder(folder.resolve(model + "-run"));
        Importer.open(folder.resolve(model)).into(run.path(), Ramps.CONFIG);
        var card = new ModelCard("", Ramps.CONFIG, 0, 0, "", FivePoints.UTKFACE, "", Map.of(), Map.of());
        Exporter.export(Ramps.checkpoint(run), card, folder.resolve(model + "-exported"));
        assertGives(given.reaged(), model + "-exported", null, FORWARD_BOUND);
        assertGives(given.masked(), model + "-exported", MASKS, FORWARD_BOUND);
    }

    @Test
    void moduleBringsItsCard() {
        var card = ModelCard.read(folder.resolve("module")).orElseThrow();
        assertEquals("tiny-32", card.config().model().preset());
        assertEquals(8, card.config().training().batch());
    }

    @Test
    void modelExportedByKerasRuns() {
        assertGives(given.reaged(), "keras", null);
    }

    @Test
    void modelExportedByKerasHasNoMasksAndSaysSo() {
        var error = assertThrows(IllegalArgumentException.class, () -> assertGives(given.masked(), "keras", MASKS));
        assertTrue(error.getMessage().contains("reage_masked"), error.getMessage());
    }
}
