package reaging.evaluation.measures;

import java.util.stream.IntStream;

/** Whether a face that is re-aged to older and older targets also looks older and older. */
public final class AgeOrder {
    private AgeOrder() {}

    /** Rank correlation, -1 to 1 (Spearman 1904); equal values share the mean of their ranks. NaN if all are equal. */
    public static double spearman(double[] targets, double[] estimates) {
        return correlation(ranks(targets), ranks(estimates));
    }

    private static double[] ranks(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> {
                    double below = 0;
                    double equal = 0;
                    for (double other : values) {
                        below += other < values[i] ? 1 : 0;
                        equal += other == values[i] ? 1 : 0;
                    }
                    return below + (equal + 1) / 2;
                })
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    /** The share of steps from one target to the next at which the estimate rises. */
    public static double risingShare(double[] estimates) {
        long rising = IntStream.range(1, estimates.length)
                .filter(i -> estimates[i] > estimates[i - 1])
                .count();
        return (double) rising / (estimates.length - 1);
    }

    /** Whether the estimate falls at no step. */
    public static boolean neverFalls(double[] estimates) {
        return IntStream.range(1, estimates.length).allMatch(i -> estimates[i] >= estimates[i - 1]);
    }
}
