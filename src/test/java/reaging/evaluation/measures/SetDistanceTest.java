package reaging.evaluation.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SetDistanceTest {
    private static float[][] normal(int count, int length, double shift, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new float[count][length];
        for (var row : rows) {
            for (int i = 0; i < length; i++) {
                row[i] = (float) (random.nextGaussian() + shift);
            }
        }
        return rows;
    }

    @Test
    void kernelDistanceByHand() {
        // d = 1, kernel (xy + 1)^3. Within {0, 1}: 1. Within {1, 2}: 27. Across: 1, 1, 8, 27.
        double squared = KernelDistance.squared(new float[][] {{0}, {1}}, new float[][] {{1}, {2}});
        assertEquals(1 + 27 - 2 * (1 + 1 + 8 + 27) / 4., squared, 1e-9);
    }

    @Test
    void kernelDistanceOfAlikeSetsIsAboutZeroWhateverTheirSize() {
        for (int count : new int[] {20, 400}) {
            var same = KernelDistance.between(normal(count, 32, 0, 1), normal(300, 32, 0, 2), 5);
            assertEquals(0, same.mean(), 60, "size " + count);
            var other = KernelDistance.between(normal(count, 32, 1, 1), normal(300, 32, 0, 2), 5);
            assertTrue(other.mean() > 1000, other.toString());
        }
    }

    @Test
    void kernelDistanceRepeatsWithItsSeed() {
        var a = normal(50, 8, 0, 1);
        var b = normal(80, 8, .5, 2);
        assertEquals(KernelDistance.between(a, b, 3), KernelDistance.between(a, b, 3));
        assertTrue(!KernelDistance.between(a, b, 3).equals(KernelDistance.between(a, b, 4)));
    }

    @Test
    void nineImagesAreTooFew() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> KernelDistance.between(normal(9, 4, 0, 1), normal(30, 4, 0, 2), 0));
        assertTrue(error.getMessage().contains("at least 10 images"), error.getMessage());
    }

    @Test
    void frechetDistanceByHand() {
        // Means (1, 0) and (1, 3). Covariances diag(2, 0) and diag(2, 0): only the means differ.
        var a = new float[][] {{0, 0}, {2, 0}};
        assertEquals(9, FrechetDistance.between(a, new float[][] {{0, 3}, {2, 3}}), 1e-9);
        // Variances 2 and 8 on one axis: 2 + 8 - 2 sqrt(16) = 2.
        assertEquals(2, FrechetDistance.between(a, new float[][] {{-1, 0}, {3, 0}}), 1e-9);
        // On different axes nothing is shared: 2 + 8 + |(1, 0) - (1, 1)|^2.
        assertEquals(11, FrechetDistance.between(a, new float[][] {{1, -1}, {1, 3}}), 1e-9);
    }
}
