package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reaging.IdleBiases;
import reaging.Python;
import reaging.model.ModelConfig;
import reaging.model.Upsampling;
import reaging.run.Extensions;
import reaging.training.KerasTensors.Difference;

/**
 * Java and Keras are one model: passes, losses, gradients, a step and twenty, from equal weights and inputs. A missing term or
 * factor is off by far more than a bound.
 */
@ParameterizedClass
@CsvSource({
    "tiny-32, 4, 20",
    "tiny-32-bilinear, 4, 1",
    "tiny-32-attention, 4, 1",
    "tiny-32-whole, 4, 1",
    "tiny-32-mismatch, 4, 1",
    "tiny-32-background, 4, 1",
    "small-64, 4, 20",
    "light-128, 2, 1"
})
@Tag("slow")
class KerasParityTest {
    /** What Keras computed: whole tensors, now, or summaries of them, earlier. */
    enum Keras {
        LIVE,
        RECORDED
    }

    /** Below this two float32 numbers of about 1 cannot be told apart. */
    private static final double ROUNDING = Math.ulp(1f);

    @TempDir
    private static Path folder;

    private static Map<String, float[]> computed;
    private static KerasTensors live; // null: no Python
    private static KerasTensors recorded;

    private final int recordedSteps;

    KerasParityTest(String model, int batch, int recordedSteps) {
        this.recordedSteps = recordedSteps;
    }

    /** All models in one process, which loads TensorFlow once. */
    @BeforeAll
    static void computeWithKeras() {
        if (Python.available()) {
            Python.run(Duration.ofMinutes(15), Path.of("src/test/python/parity.py"), folder);
        }
    }

    @BeforeParameterizedClassInvocation
    static void compute(String model, int batch, int recordedSteps) {
        recorded = RecordedTensors.read(model);
        live = Python.available() ? new WrittenTensors(folder.resolve(model + ".h5")) : null;
        int steps = live == null ? recordedSteps : StepInputs.STEPS;
        computed = JavaTensors.compute(config(model), extensions(model), batch, steps);
    }

    /** Of a preset, or with a suffix of one with an extension. */
    private static ModelConfig config(String model) {
        return switch (model) {
            case "tiny-32-bilinear" -> ModelConfig.preset("tiny-32").withUpsampling(Upsampling.BILINEAR);
            case "tiny-32-attention", "tiny-32-whole" ->
                ModelConfig.preset("tiny-32").withAttention(true);
            case "tiny-32-mismatch", "tiny-32-background" -> ModelConfig.preset("tiny-32");
            default -> ModelConfig.preset(model);
        };
    }

    private static Extensions extensions(String model) {
        return switch (model) {
            case "tiny-32-whole" -> Extensions.NONE.withWholeReconstruction(true);
            case "tiny-32-mismatch" -> Extensions.NONE.withMismatchWeight(0.5f);
            case "tiny-32-background" -> Extensions.NONE.withMaskDropout(1).withBackgroundWeight(10);
            default -> Extensions.NONE;
        };
    }

    @Test
    void bothComputeTheSameTensors() {
        assertTrue(computed.keySet().containsAll(recorded.names()));
        assumeTrue(live != null, Python.MISSING);
        assertEquals(new TreeSet<>(live.names()), new TreeSet<>(computed.keySet()));
    }

    @Test
    void bothStartFromTheSameBits() {
        compare(Keras.LIVE, "start", (name, apart) -> apart.largest() == 0 ? 0 : Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @EnumSource
    void passesAgree(Keras keras) {
        compare(keras, "forward", (name, apart) -> Math.max(apart.largest(), apart.relative()) / 1e-4);
    }

    @ParameterizedTest
    @EnumSource
    void lossesOfEveryStepAgree(Keras keras) {
        compare(keras, "losses", (name, apart) -> apart.relative() / 1e-3);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAgree(Keras keras) {
        compare(
                keras,
                "gradients",
                (name, apart) -> IdleBiases.contains(name) ? apart.largest() / 1e-6 : apart.relative() / 1e-3);
    }

    @ParameterizedTest
    @EnumSource
    void variablesAgreeAfterTheFirstStep(Keras keras) {
        compare(
                keras,
                "first_step",
                (name, apart) -> Math.max(apart.largest() / 1e-4, offItsWay("first_step", name, apart, 0.01)));
    }

    // Running statistics are sums over the whole network, up to 10: they have a relative bound.
    @ParameterizedTest
    @EnumSource
    void variablesAgreeAfterTheLastStep(Keras keras) {
        assumeTrue(
                keras == Keras.LIVE || recordedSteps > 1, "skipped: too slow for a test that also runs without Python");
        compare(
                keras,
                "last_step",
                (name, apart) -> name.contains("/moving_")
                        ? apart.relative() / 1e-3
                        : Math.max(apart.largest() / 1e-4, offItsWay("last_step", name, apart, 0.1)));
    }

    /** How much is used of a bound that is a part of the way which a variable went, besides its own rounding. */
    private static double offItsWay(String group, String name, Difference apart, double part) {
        float[] now = computed.get(group + "/" + name);
        float[] start = computed.get("start/" + name);
        double squares = 0;
        for (int i = 0; i < now.length; i++) {
            squares += Math.pow(now[i] - start[i], 2);
        }
        return apart.relative() * apart.norm() / (part * Math.sqrt(squares) + ROUNDING * apart.norm());
    }

    /** Fails if one tensor of a group uses more than all of its bound. */
    private static void compare(Keras keras, String group, ToDoubleBiFunction<String, Difference> used) {
        assumeTrue(keras == Keras.RECORDED || live != null, Python.MISSING);
        var tensors = keras == Keras.RECORDED ? recorded : live;
        int compared = 0;
        for (var tensor : tensors.names()) {
            if (tensor.startsWith(group + "/")) {
                var apart = tensors.difference(tensor, computed.get(tensor));
                double part = used.applyAsDouble(tensor.substring(group.length() + 1), apart);
                // Written so that NaN fails.
                assertTrue(part <= 1, () -> "%s uses %.3g of its bound: %s".formatted(tensor, part, apart));
                compared++;
            }
        }
        assertTrue(compared > 0, group);
    }
}
