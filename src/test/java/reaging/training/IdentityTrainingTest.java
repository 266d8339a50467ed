package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.differ;
import static reaging.training.TinyTraining.CONFIG;
import static reaging.training.TinyTraining.MODEL;

import com.google.gson.Gson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.FloatNdArray;
import reaging.TestGraph;
import reaging.losses.FaceDescriptor;
import reaging.losses.IdentityLoss;
import reaging.run.Extensions;
import reaging.run.TrainingConfig;

@Tag("slow")
class IdentityTrainingTest {
    private static final float WEIGHT = 7;
    private static final TrainingConfig WITH = CONFIG.withExtensions(Extensions.NONE.withIdentityWeight(WEIGHT));

    /** Describes a face by its pixels. */
    private static final FaceDescriptor PIXELS = (tf, images) -> tf.reshape(images, tf.array(-1, 32 * 32 * 3));

    @Test
    void itIsThatOfTheImagesAndTheReAgedOnesAndCountsAsOftenAsItsWeight() {
        try (var tiny = new TinyTraining(WITH, PIXELS)) {
            tiny.restart();
            var tf = tiny.test().tf();
            var training = tiny.training();
            var loss = training.generatorLoss();
            var expected = IdentityLoss.of(
                    tf, PIXELS, training.inputs().images(), training.passes().reAged());
            var terms = TestGraph.fetchAll(
                    tiny.runner(0),
                    List.of(
                            expected,
                            loss.identity(),
                            loss.total(),
                            loss.adversarial(),
                            loss.reconstruction(),
                            loss.cycle()));
            assertClose(terms.get(0), terms.get(1), 1e-6);
            double total = WEIGHT * terms.get(0).getFloat()
                    + terms.get(3).getFloat()
                    + TinyTraining.RECONSTRUCTION_WEIGHT * terms.get(4).getFloat()
                    + CONFIG.cycleWeight() * terms.get(5).getFloat();
            assertEquals(total, terms.get(2).getFloat(), 1e-4);
        }
    }

    // With beta1 = 0 Adam's first moment is the slope that the step followed.
    @Test
    void itMovesTheGeneratorAndNotTheDiscriminator() {
        var without = slopes(CONFIG, FaceDescriptor.NONE);
        var with = slopes(WITH, PIXELS);
        assertEquals(without.keySet(), with.keySet());
        without.forEach((name, slope) -> {
            if (name.startsWith("adam/discriminator/")) {
                assertClose(slope, with.get(name), 1e-6);
            }
        });
        assertTrue(without.keySet().stream()
                .filter(name -> name.startsWith("adam/generator/"))
                .anyMatch(name -> differ(without.get(name), with.get(name))));
    }

    private static Map<String, FloatNdArray> slopes(TrainingConfig config, FaceDescriptor descriptor) {
        try (var tiny = new TinyTraining(config, descriptor)) {
            tiny.restart();
            tiny.run(tiny.runner(0), tiny.training().steps().all());
            var moments = tiny.test().values(tiny.training().networks().moments());
            moments.keySet().removeIf(name -> !name.endsWith("/m"));
            return moments;
        }
    }

    @Test
    void withoutANetworkItIsRefused() {
        try (var graph = new Graph()) {
            var failure = assertThrows(IllegalArgumentException.class, () -> TrainingGraph.build(graph, MODEL, WITH));
            assertEquals(
                    "a run with an identity loss needs a face descriptor but has none; set one in its"
                            + " execution options",
                    failure.getMessage());
        }
    }

    @Test
    void aWeightBelowZeroIsRefused() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Extensions.NONE.withIdentityWeight(-1));
        assertEquals("the weight of the identity loss must be at least 0 but is -1.0; try 1", failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Extensions.NONE.withIdentityWeight(Float.NaN));
    }

    @Test
    void extensionsOfRunsFromBeforeItHaveNone() {
        var before = "{\"r1Interval\": 1, \"augmentations\": [], \"targets\": \"ALL\"}";
        assertEquals(Extensions.NONE, new Gson().fromJson(before, Extensions.class));
    }
}
