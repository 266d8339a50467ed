package reaging.evaluation.measures;

/**
 * The structural similarity index of two images (Wang et al. 2004), 1 for equal ones: means, variances and covariance in a
 * window of 11 x 11 pixels with normal weights of deviation 1.5, the mean over all windows that fit and over the channels.
 */
public final class StructuralSimilarity {
    private static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;
    private static final double RANGE = 2;
    private static final double C1 = .01 * RANGE * .01 * RANGE;
    private static final double C2 = .03 * RANGE * .03 * RANGE;
    private static final double[] WEIGHTS = weights();

    private StructuralSimilarity() {}

    private static double[] weights() {
        var weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double distance = i - WINDOW / 2;
            weights[i] = Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
            sum += weights[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Returns the index of two images [H][W][3] in [-1, 1], at least 11 x 11. */
    public static double of(float[][][] a, float[][][] b) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            sum += of(plane(a, channel), plane(b, channel));
        }
        return sum / 3;
    }

    private static double of(double[][] a, double[][] b) {
        double[][] meanA = smoothed(a);
        double[][] meanB = smoothed(b);
        double[][] squaresA = smoothed(product(a, a));
        double[][] squaresB = smoothed(product(b, b));
        double[][] products = smoothed(product(a, b));
        double sum = 0;
        for (int y = 0; y < meanA.length; y++) {
            for (int x = 0; x < meanA[y].length; x++) {
                double ab = meanA[y][x] * meanB[y][x];
                double aa = meanA[y][x] * meanA[y][x];
                double bb = meanB[y][x] * meanB[y][x];
                double covariance = products[y][x] - ab;
                double variances = squaresA[y][x] - aa + squaresB[y][x] - bb;
                sum += (2 * ab + C1) * (2 * covariance + C2) / ((aa + bb + C1) * (variances + C2));
            }
        }
        return sum / (meanA.length * (double) meanA[0].length);
    }

    private static double[][] plane(float[][][] image, int channel) {
        var plane = new double[image.length][image[0].length];
        for (int y = 0; y < plane.length; y++) {
            for (int x = 0; x < plane[y].length; x++) {
                plane[y][x] = image[y][x][channel];
            }
        }
        return plane;
    }

    private static double[][] product(double[][] a, double[][] b) {
        var product = new double[a.length][a[0].length];
        for (int y = 0; y < a.length; y++) {
            for (int x = 0; x < a[y].length; x++) {
                product[y][x] = a[y][x] * b[y][x];
            }
        }
        return product;
    }

    /** Returns weighted means of all windows that fit: along rows, then along columns. */
    private static double[][] smoothed(double[][] plane) {
        return transposed(alongRows(transposed(alongRows(plane))));
    }

    private static double[][] alongRows(double[][] plane) {
        var smoothed = new double[plane.length][plane[0].length - WINDOW + 1];
        for (int y = 0; y < plane.length; y++) {
            for (int x = 0; x < smoothed[y].length; x++) {
                for (int i = 0; i < WINDOW; i++) {
                    smoothed[y][x] += WEIGHTS[i] * plane[y][x + i];
                }
            }
        }
        return smoothed;
    }

    private static double[][] transposed(double[][] plane) {
        var transposed = new double[plane[0].length][plane.length];
        for (int y = 0; y < plane.length; y++) {
            for (int x = 0; x < plane[y].length; x++) {
                transposed[x][y] = plane[y][x];
            }
        }
        return transposed;
    }
}
