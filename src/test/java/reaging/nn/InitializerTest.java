package reaging.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.vector;

import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import reaging.TestGraph;

class InitializerTest {
    private static final int COUNT = 100_000;
    private static final int FAN_IN = 18;
    private static final double DEVIATION = Math.sqrt(2.0 / FAN_IN); // 1/3

    @Test
    void heNormalHasTheDeviationOfItsFanIn() {
        var values = heNormal();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += values.getFloat(i);
            squares += values.getFloat(i) * values.getFloat(i);
        }
        // About four deviations of a mean and of a deviation over so many values.
        assertEquals(0, sum / COUNT, 0.005);
        assertEquals(DEVIATION, Math.sqrt(squares / COUNT), 0.003);
    }

    @Test
    void heNormalIsCutAtTwoWidenedDeviations() {
        var values = heNormal();
        double cut = 2 * DEVIATION / 0.8796; // 0.758
        double largest = 0;
        for (int i = 0; i < COUNT; i++) {
            largest = Math.max(largest, Math.abs(values.getFloat(i)));
        }
        assertTrue(largest < cut * 1.0001, "largest " + largest + " must be below " + cut);
        assertTrue(largest > cut * 0.99, "largest " + largest + " must come near " + cut);
    }

    @Test
    void zerosAndOnesAreThat() {
        try (var test = new TestGraph()) {
            assertClose(vector(0, 0), test.fetch(Initializer.ZEROS.values(test.tf(), 1, 2)), 0);
            assertClose(vector(1, 1), test.fetch(Initializer.ONES.values(test.tf(), 1, 2)), 0);
        }
    }

    private static FloatNdArray heNormal() {
        try (var test = new TestGraph()) {
            return test.fetch(Initializer.heNormal(FAN_IN).values(test.tf(), 3, COUNT));
        }
    }
}
