package reaging.evaluation.measures;

import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** Measures whether a face re-aged to increasing targets looks increasingly old. */
public final class AgeOrder {
    private AgeOrder() {}

    /** Returns the rank correlation, -1 to 1 (Spearman 1904); ties share the mean of their ranks. NaN if all are equal. */
    public static double spearman(double[] targets, double[] estimates) {
        return new SpearmansCorrelation().correlation(targets, estimates);
    }

    /** Returns the share of steps from one target to the next at which the estimate rises. */
    public static double risingShare(double[] estimates) {
        long rising = IntStream.range(1, estimates.length)
                .filter(i -> estimates[i] > estimates[i - 1])
                .count();
        return (double) rising / (estimates.length - 1);
    }

    /** Whether the estimate never falls. */
    public static boolean neverFalls(double[] estimates) {
        return IntStream.range(1, estimates.length).allMatch(i -> estimates[i] >= estimates[i - 1]);
    }
}
