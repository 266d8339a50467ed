package reaging.training;

import static reaging.Formula.oneHot;
import static reaging.Formula.values;

import java.util.Arrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.model.AgeCode;
import reaging.model.ModelConfig;

/**
 * What a step is fed, the same as in {@code parity.py}; step 0 feeds single passes.
 *
 * @param step its number
 * @param batch images, N
 * @param size side of the images, in pixels
 */
record StepInputs(int step, int batch, int size) {
    /** Steps of a trajectory; the schedule's values change after half of them. */
    static final int STEPS = 20;

    private String name(String input) {
        return "step_" + step + "/" + input;
    }

    TFloat32 images() {
        return tensor(
                values(name("images"), 3L * batch * size * size, (i, u) -> (u + Math.signum(u)) / 2),
                batch,
                size,
                size,
                3);
    }

    TFloat32 masks() {
        return tensor(values(name("masks"), (long) batch * size * size, (i, u) -> (1 + u) / 2), batch, size, size, 1);
    }

    TFloat32 groups() {
        return tensor(oneHot(name("groups"), batch, ModelConfig.AGES), batch, ModelConfig.AGES);
    }

    TFloat32 targets() {
        return tensor(oneHot(name("targets"), batch, ModelConfig.AGES), batch, ModelConfig.AGES);
    }

    /** The noise of the age code of y (0) or y' (1), of variance 1 as the normal noise that training draws, [N, 500]. */
    TFloat32 noise(int code) {
        float[] both = values(name("noise"), 2L * batch * AgeCode.SIZE, (i, u) -> Math.sqrt(3) * u);
        int size = batch * AgeCode.SIZE;
        return tensor(Arrays.copyOfRange(both, code * size, (code + 1) * size), batch, AgeCode.SIZE);
    }

    TFloat32 learningRate() {
        return TFloat32.scalarOf(firstHalf() ? 1e-5f : 5e-6f);
    }

    TFloat32 reconstructionWeight() {
        return TFloat32.scalarOf(firstHalf() ? 10 : 1);
    }

    TFloat32 averageDecay() {
        return TFloat32.scalarOf((float) (step / (step + 10.0)));
    }

    private boolean firstHalf() {
        return step <= STEPS / 2;
    }

    private static TFloat32 tensor(float[] values, long... shape) {
        return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
    }
}
