package reaging.evaluation.measures;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.stat.StatUtils;

/**
 * The kernel inception distance of two sets of features, x 1000 (Binkowski et al. 2018): the squared maximum mean discrepancy
 * with the kernel (x.y / d + 1)^3, without bias, so that sets from the same distribution are at 0 on average whatever their size.
 *
 * @param mean mean over the subsets
 * @param deviation standard deviation over the subsets; 0 for a single one
 */
public record KernelDistance(double mean, double deviation) {
    /** Minimum number of images for a meaningful result. */
    public static final int FEWEST = 10;

    private static final int SUBSETS = 50;
    private static final int LARGEST_SUBSET = 100; // time grows with its square; the estimate is unbiased at any size
    private static final double SCALE = 1000;

    /**
     * Measures the distance of two sets.
     *
     * @param a features [n][d], n at least {@value #FEWEST}
     * @param b features [m][d], m at least {@value #FEWEST}
     * @param seed random seed of the subsets
     */
    public static KernelDistance between(float[][] a, float[][] b, long seed) {
        int size = Math.min(LARGEST_SUBSET, Math.min(a.length, b.length));
        if (size < FEWEST) {
            throw new IllegalArgumentException("KID needs at least " + FEWEST + " images on either side but has "
                    + a.length + " and " + b.length + "; give more images of that age");
        }
        int subsets = size == a.length && size == b.length ? 1 : SUBSETS;
        var random = new SplittableRandom(seed);
        var values = new double[subsets];
        for (int i = 0; i < subsets; i++) {
            values[i] = SCALE * squared(subset(a, size, random), subset(b, size, random));
        }
        return new KernelDistance(StatUtils.mean(values), Math.sqrt(StatUtils.populationVariance(values)));
    }

    private static float[][] subset(float[][] all, int size, SplittableRandom random) {
        var shuffled = all.clone();
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i, all.length);
            var row = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = row;
        }
        return Arrays.copyOf(shuffled, size);
    }

    /** Returns the unbiased estimate, in which no vector is compared with itself. */
    static double squared(float[][] a, float[][] b) {
        double within = 0;
        double across = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                within += 2 * (kernel(a[i], a[j]) + kernel(b[i], b[j]));
            }
            for (float[] other : b) {
                across += kernel(a[i], other);
            }
        }
        double n = a.length;
        return within / (n * (n - 1)) - 2 * across / (n * n);
    }

    private static double kernel(float[] x, float[] y) {
        float sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        double base = (double) sum / x.length + 1;
        return base * base * base;
    }
}
