package reaging.evaluation.predictions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.networks.Prediction;

/**
 * Real faces with the evaluators' predictions.
 *
 * @param indices their numbers in the set
 * @param ages true ages in years
 * @param predictions predictions for each face
 */
public record RealFaces(List<Integer> indices, List<Double> ages, List<Prediction> predictions) {
    private static final double NEAR = 2; // years
    private static final int FEWEST = 5;

    public int size() {
        return ages.size();
    }

    /** Returns the positions of the faces in a group. */
    public List<Integer> of(AgeGroup group) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (AgeGroup.of(ages.get(i)) == group) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** Returns the predictions for the faces in a group. */
    public List<Prediction> predictionsOf(AgeGroup group) {
        return of(group).stream().map(predictions::get).toList();
    }

    /** Returns the mean estimate for a group in years; NaN if it is empty. */
    public double meanYears(AgeGroup group) {
        return predictionsOf(group).stream()
                .mapToDouble(Prediction::years)
                .average()
                .orElse(Double.NaN);
    }

    /** Returns the predictions for the faces within two years of an age. */
    public List<Prediction> near(double years) {
        return IntStream.range(0, size())
                .filter(i -> Math.abs(ages.get(i) - years) <= NEAR)
                .mapToObj(predictions::get)
                .toList();
    }

    /** Returns the mean estimate for those in years; NaN if they are too few. */
    public double meanYearsNear(double years) {
        var near = near(years);
        return near.size() < FEWEST
                ? Double.NaN
                : near.stream().mapToDouble(Prediction::years).average().orElseThrow();
    }

    /** Returns these faces without the features for distances between sets. */
    public RealFaces withoutFeatures() {
        var bare = predictions.stream()
                .map(each -> new Prediction(each.years(), new float[0], each.descriptor()))
                .toList();
        return new RealFaces(indices, ages, bare);
    }
}
