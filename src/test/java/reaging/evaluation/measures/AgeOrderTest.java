package reaging.evaluation.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgeOrderTest {
    private static final double[] TARGETS = {1, 5, 20, 80};

    @Test
    void spearmanLooksAtTheOrderAlone() {
        assertEquals(1, AgeOrder.spearman(TARGETS, new double[] {-3, 0, .1, 1000}), 1e-12);
        assertEquals(-1, AgeOrder.spearman(TARGETS, new double[] {4, 3, 2, 1}), 1e-12);
        // One exchange of neighbours: 1 - 6 * 2 / (4 * 15) = .8
        assertEquals(.8, AgeOrder.spearman(TARGETS, new double[] {2, 1, 3, 4}), 1e-12);
        // Ranks 1.5, 1.5, 3, 4: covariance 4.5, variances 5 and 4.5.
        assertEquals(Math.sqrt(4.5 / 5), AgeOrder.spearman(TARGETS, new double[] {7, 7, 8, 9}), 1e-12);
        assertTrue(Double.isNaN(AgeOrder.spearman(TARGETS, new double[] {7, 7, 7, 7})));
    }

    @Test
    void stepsAreCounted() {
        assertEquals(2 / 3., AgeOrder.risingShare(new double[] {1, 2, 2, 3}), 1e-12);
        assertTrue(AgeOrder.neverFalls(new double[] {1, 2, 2, 3}));
        assertFalse(AgeOrder.neverFalls(new double[] {1, 2, 1.9, 3}));
    }
}
