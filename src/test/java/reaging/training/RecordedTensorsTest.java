package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import reaging.Formula;

/** A summary tells how far a tensor is away, of which it holds a few numbers. */
class RecordedTensorsTest {
    private static final String NAME = "first_step/generator/identity_encoder/from_rgb/kernel";

    private final RecordedTensors recorded = RecordedTensors.read("tiny-32");

    /** The recorded kernel itself, but for the 1e-5 or less that the step moved it. */
    private static float[] kernel() {
        return Formula.weight(NAME.substring("first_step/".length()), 3, 3, 3, 8);
    }

    @Test
    void anEqualTensorIsNotAway() {
        var apart = recorded.difference(NAME, kernel());
        assertTrue(apart.largest() < 2e-5, apart.toString());
        assertTrue(apart.relative() < 1e-4, apart.toString());
    }

    @Test
    void oneWrongValueShows() {
        float[] wrong = kernel();
        wrong[100] += 1;
        assertEquals(
                1 / recorded.difference(NAME, wrong).norm(),
                recorded.difference(NAME, wrong).relative(),
                1e-3);
    }

    @Test
    void aWrongFactorShows() {
        float[] wrong = kernel();
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] *= 1.1f;
        }
        // An estimate: four sums with random signs are off the norm by a third or so.
        assertEquals(0.1, recorded.difference(NAME, wrong).relative(), 0.06);
    }

    @Test
    void notANumberIsFarAway() {
        float[] wrong = kernel();
        Arrays.fill(wrong, Float.NaN);
        var apart = recorded.difference(NAME, wrong);
        assertEquals(Double.POSITIVE_INFINITY, apart.largest());
        assertTrue(Double.isNaN(apart.relative()));
    }
}
