package reaging.evaluation.measures;

import java.util.Arrays;

/** Whether two pictures show one person, decided by a threshold on their similarity. */
public final class Verification {
    private Verification() {}

    /**
     * The similarity that only a share of pairs of different people exceeds.
     *
     * @param impostors similarities of such pairs
     * @param falseAccepts the share, .01 for example
     */
    public static double threshold(double[] impostors, double falseAccepts) {
        double[] sorted = impostors.clone();
        Arrays.sort(sorted);
        int accepted = (int) Math.floor(falseAccepts * sorted.length);
        return sorted[sorted.length - 1 - accepted];
    }

    /** The share of pairs that are more similar than the threshold. */
    public static double accepted(double[] similarities, double threshold) {
        return (double) Arrays.stream(similarities)
                        .filter(each -> each > threshold)
                        .count()
                / similarities.length;
    }

    /** The probability that a pair of one person is more similar than a pair of two: the area under the ROC curve. */
    public static double auc(double[] genuine, double[] impostors) {
        double[] sorted = impostors.clone();
        Arrays.sort(sorted);
        double won = 0;
        for (double each : genuine) {
            won += .5 * (below(sorted, each) + sorted.length - below(negated(sorted), -each));
        }
        return won / ((double) genuine.length * impostors.length);
    }

    /** How many of the ascending values are less than one. */
    private static int below(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }

    private static double[] negated(double[] ascending) {
        var negated = new double[ascending.length];
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -ascending[ascending.length - 1 - i];
        }
        return negated;
    }
}
