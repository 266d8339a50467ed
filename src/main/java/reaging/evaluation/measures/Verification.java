package reaging.evaluation.measures;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.ranking.NaturalRanking;

/** Decides whether two pictures show the same person, by a threshold on their similarity. */
public final class Verification {
    private Verification() {}

    /**
     * Returns the similarity that only a share of pairs of different people exceeds.
     *
     * @param impostors similarities of such pairs
     * @param falseAccepts that share, for example .01
     */
    public static double threshold(double[] impostors, double falseAccepts) {
        double[] sorted = impostors.clone();
        Arrays.sort(sorted);
        int accepted = (int) Math.floor(falseAccepts * sorted.length);
        return sorted[sorted.length - 1 - accepted];
    }

    /** Returns the share of pairs that are more similar than the threshold. */
    public static double accepted(double[] similarities, double threshold) {
        return (double) Arrays.stream(similarities)
                        .filter(each -> each > threshold)
                        .count()
                / similarities.length;
    }

    /**
     * Returns the probability that a pair of the same person is more similar than a pair of two people, ties counting half: the
     * area under the ROC curve, by the ranks of Mann and Whitney (1947).
     */
    public static double auc(double[] genuine, double[] impostors) {
        var both = DoubleStream.concat(Arrays.stream(genuine), Arrays.stream(impostors))
                .toArray();
        double n = genuine.length;
        double ranks = StatUtils.sum(new NaturalRanking().rank(both), 0, genuine.length);
        return (ranks - n * (n + 1) / 2) / (n * impostors.length);
    }
}
