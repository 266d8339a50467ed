package reaging.evaluation.predictions;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import reaging.evaluation.measures.Similarity;
import reaging.evaluation.measures.Verification;
import reaging.networks.Prediction;

/**
 * The similarity of different people according to the face recognition network, from random pairs.
 *
 * @param pairs number of pairs
 * @param meanCosine mean cosine, which corresponds to an identity of 0
 * @param threshold cosine that one pair in a hundred exceeds
 */
public record Strangers(int pairs, double meanCosine, double threshold) {
    private static final int PAIRS = 20_000;
    private static final double FALSE_ACCEPTS = .01;

    /** Whether two faces, given by their positions, are of the same person. */
    @FunctionalInterface
    public interface SamePerson {
        boolean of(int one, int other);

        /** Treats all faces as different people, for data that does not identify people. */
        SamePerson NEVER = (one, other) -> one == other;
    }

    /** Draws pairs of judged faces of different people. */
    public static Strangers among(List<Prediction> faces, SamePerson samePerson, long seed) {
        if (faces.size() < 2 || faces.get(0).descriptor().length == 0) {
            return new Strangers(0, Double.NaN, Double.NaN);
        }
        double[] cosines = cosines(faces, (one, other) -> !samePerson.of(one, other), seed);
        if (cosines.length == 0) {
            return new Strangers(0, Double.NaN, Double.NaN);
        }
        return new Strangers(
                cosines.length,
                Arrays.stream(cosines).average().orElseThrow(),
                Verification.threshold(cosines, FALSE_ACCEPTS));
    }

    /** Returns the probability that two photos of one person are more similar than two of different people; NaN without any. */
    public static double auc(List<Prediction> faces, SamePerson samePerson, long seed) {
        if (faces.isEmpty() || faces.get(0).descriptor().length == 0) {
            return Double.NaN;
        }
        double[] genuine = IntStream.range(0, faces.size())
                .boxed()
                .flatMapToDouble(one -> IntStream.range(0, one)
                        .filter(other -> samePerson.of(one, other))
                        .mapToDouble(other -> cosine(faces.get(one), faces.get(other))))
                .toArray();
        double[] impostors = cosines(faces, (one, other) -> !samePerson.of(one, other), seed);
        return genuine.length == 0 || impostors.length == 0 ? Double.NaN : Verification.auc(genuine, impostors);
    }

    private static double[] cosines(List<Prediction> faces, SamePerson wanted, long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, PAIRS)
                .mapToObj(pair -> new int[] {random.nextInt(faces.size()), random.nextInt(faces.size())})
                .filter(pair -> wanted.of(pair[0], pair[1]))
                .mapToDouble(pair -> cosine(faces.get(pair[0]), faces.get(pair[1])))
                .toArray();
    }

    /** Returns the identity, 0 for the mean pair of different people, 1 for the same picture; NaN if a face was not judged. */
    public double identity(Prediction a, Prediction b) {
        return Similarity.rescaled(cosine(a, b), meanCosine);
    }

    /** Returns the raw cosine; NaN if a face was not judged. */
    public static double cosine(Prediction a, Prediction b) {
        return a.descriptor().length == 0 || b.descriptor().length == 0
                ? Double.NaN
                : Similarity.cosine(a.descriptor(), b.descriptor());
    }
}
