package reaging.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.Python;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.ModelConfig;
import reaging.run.RunConfig;
import reaging.run.TrainingConfig;

/**
 * A training that changes from Java to Python after half of its steps, or the other way, ends where one that stays in Java
 * ends: weights, moments and step are carried over.
 */
@Tag("slow")
class BorderTest {
    private static final ModelConfig MODEL = ModelConfig.preset("tiny-32");
    private static final int BATCH = 4;

    /** Of weights and moments. */
    private static final float BOUND = 1e-4f;

    /** Of losses, relative. */
    private static final double LOSS_BOUND = 1e-3;

    private static final int HALF = StepInputs.STEPS / 2;

    @TempDir
    private Path folder;

    /** As in {@code parity.py}. */
    private static RunConfig config() {
        var paper = TrainingConfig.PAPER;
        var training =
                paper.withBatch(BATCH).withR1Weight(3e4f).withCycleWeight(3).withSnapshotImages(1);
        return new RunConfig("synthetic", DataFormat.AUTO, Pruning.CONFIDENCE, MODEL, training);
    }

    @Test
    void trainingGoesOnInTheOtherLanguage() throws IOException {
        Python.require();
        try (var java = new JavaTraining(config(), folder)) {
            // Java alone, which leaves its state at the beginning and half-way.
            java.leave(0, "start");
            var losses = java.train(1, HALF);
            java.leave(HALF, "java");
            losses.addAll(java.train(HALF + 1, 2 * HALF));
            var alone = java.values();

            // Python, from the beginning and from half-way.
            var printed = Python.run(
                    Duration.ofMinutes(8), Path.of("src/test/python/border.py"), folder, MODEL.preset(), BATCH, HALF);
            Map<String, List<Map<String, Double>>> python =
                    new Gson().fromJson(printed, new TypeToken<Map<String, List<Map<String, Double>>>>() {});
            assertAlike("java_python", alone, java.takeUp("java_python", 2 * HALF));
            assertAlike("python_alone", alone, java.takeUp("python_alone", 2 * HALF));
            assertAlike("losses of python", losses.subList(0, HALF), python.get("python"));
            assertAlike("losses of java_python", losses.subList(HALF, 2 * HALF), python.get("java_python"));

            // Java, from where Python was half-way.
            java.takeUp("python", HALF);
            assertAlike("losses of python_java", losses.subList(HALF, 2 * HALF), java.train(HALF + 1, 2 * HALF));
            assertAlike("python_java", alone, java.values());
        }
    }

    private static void assertAlike(String what, Map<String, float[]> expected, Map<String, float[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), BOUND, what + ": " + name));
    }

    private static void assertAlike(String what, List<Map<String, Double>> expected, List<Map<String, Double>> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            int step = i;
            expected.get(i)
                    .forEach((term, value) -> assertEquals(
                            value,
                            actual.get(step).get(term),
                            LOSS_BOUND * value,
                            what + ": " + term + " of step " + step));
        }
    }
}
