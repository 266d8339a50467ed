package reaging.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import reaging.evaluation.measures.Similarity;
import reaging.evaluation.measures.Verification;
import reaging.evaluation.networks.Judgement;

/**
 * How alike different people are to the face recognition network, from pairs drawn at random.
 *
 * @param pairs how many
 * @param meanCosine which rescaled identity puts at 0
 * @param threshold that one pair in a hundred exceeds
 */
public record Strangers(int pairs, double meanCosine, double threshold) {
    private static final int PAIRS = 20_000;
    private static final double FALSE_ACCEPTS = .01;

    /** Draws pairs of judged faces, all of different people. */
    static Strangers among(List<Judgement> faces, long seed) {
        if (faces.size() < 2 || faces.get(0).descriptor().length == 0) {
            return new Strangers(0, Double.NaN, Double.NaN);
        }
        double[] cosines = cosines(faces, seed);
        return new Strangers(
                cosines.length,
                Arrays.stream(cosines).average().orElseThrow(),
                Verification.threshold(cosines, FALSE_ACCEPTS));
    }

    private static double[] cosines(List<Judgement> faces, long seed) {
        var random = new SplittableRandom(seed);
        return random.ints(PAIRS, 0, faces.size())
                .mapToDouble(one -> {
                    int other = (one + random.nextInt(1, faces.size())) % faces.size();
                    return Similarity.cosine(
                            faces.get(one).descriptor(), faces.get(other).descriptor());
                })
                .toArray();
    }

    /** 0 for the mean pair of different people, 1 for the same picture; NaN where a face was not judged. */
    double identity(Judgement a, Judgement b) {
        return Similarity.rescaled(cosine(a, b), meanCosine);
    }

    /** The raw cosine; NaN where a face was not judged. */
    static double cosine(Judgement a, Judgement b) {
        return a.descriptor().length == 0 || b.descriptor().length == 0
                ? Double.NaN
                : Similarity.cosine(a.descriptor(), b.descriptor());
    }
}
