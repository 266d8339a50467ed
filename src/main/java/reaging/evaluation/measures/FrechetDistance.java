package reaging.evaluation.measures;

import org.tensorflow.Session;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.linalg.Svd;
import org.tensorflow.types.TFloat64;
import reaging.runtime.Graphs;

/**
 * The squared Frechet distance of two sets of features, assumed to be normally distributed (Dowson and Landau 1982; Heusel et al.
 * 2017): |m - n|^2 + tr(S + T - 2 (S T)^(1/2)). Its bias shrinks as sets grow, so compare only sets of the same size.
 */
public final class FrechetDistance {
    private FrechetDistance() {}

    /**
     * Measures the distance of two sets.
     *
     * @param a features [n][d], n at least 2
     * @param b features [m][d], m at least 2
     */
    public static double between(float[][] a, float[][] b) {
        double[] meanA = mean(a);
        double[] meanB = mean(b);
        double[][] centredA = centred(a, meanA);
        double[][] centredB = centred(b, meanB);
        double means = 0;
        for (int i = 0; i < meanA.length; i++) {
            means += (meanA[i] - meanB[i]) * (meanA[i] - meanB[i]);
        }
        return means + squares(centredA) + squares(centredB) - 2 * traceOfRoot(centredA, centredB);
    }

    private static double[] mean(float[][] rows) {
        var mean = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / (double) rows.length;
            }
        }
        return mean;
    }

    /** Subtracts the mean from rows and scales them so that X'X is the covariance. */
    private static double[][] centred(float[][] rows, double[] mean) {
        double scale = 1 / Math.sqrt(rows.length - 1.0);
        var centred = new double[rows.length][mean.length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < mean.length; i++) {
                centred[row][i] = scale * (rows[row][i] - mean[i]);
            }
        }
        return centred;
    }

    /** Returns the trace of the covariance. */
    private static double squares(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return sum;
    }

    /**
     * Returns the trace of (S T)^(1/2): with S = A'A and T = B'B, the eigenvalues of S T are the squared singular values of A B',
     * a matrix of n x m instead of d x d numbers.
     */
    private static double traceOfRoot(double[][] a, double[][] b) {
        try (var graph = Graphs.open();
                var session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            var first = tf.placeholder(TFloat64.class); // [n, d]
            var second = tf.placeholder(TFloat64.class); // [m, d]
            var product = tf.linalg.matMul(first, second, MatMul.transposeB(true)); // [n, m]
            var sum = tf.reduceSum(tf.linalg.svd(product, Svd.computeUv(false)).s(), tf.constant(0));
            try (var firstTensor = TFloat64.tensorOf(StdArrays.ndCopyOf(a));
                    var secondTensor = TFloat64.tensorOf(StdArrays.ndCopyOf(b));
                    var result = session.runner()
                            .feed(first, firstTensor)
                            .feed(second, secondTensor)
                            .fetch(sum)
                            .run()) {
                return ((TFloat64) result.get(0)).getDouble();
            }
        }
    }
}
