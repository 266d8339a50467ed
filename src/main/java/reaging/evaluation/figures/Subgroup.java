package reaging.evaluation.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reaging.evaluation.predictions.RealFaces;

/**
 * The results for one subgroup of people; for fewer than ten, only their number is given.
 *
 * @param people number of people
 * @param estimatorError mean absolute error of the age estimator on their unchanged photos in years; NaN for too few people
 * @param methods means over the people's outputs by method, without distances between sets; empty for too few people
 */
public record Subgroup(int people, double estimatorError, Map<String, Row> methods) {
    private static final int FEWEST = 10; // with fewer, one odd face moves a mean as much as a subgroup might

    /**
     * Computes the figures.
     *
     * @param people positions of the subgroup's people
     * @param inputs real faces, the first of which are the people
     * @param outputs outputs of all people by method
     */
    static Subgroup of(Set<Integer> people, RealFaces inputs, Map<String, List<Output>> outputs) {
        if (people.size() < FEWEST) {
            return new Subgroup(people.size(), Double.NaN, Map.of());
        }
        Map<String, Row> methods = new LinkedHashMap<>();
        outputs.forEach((method, all) -> methods.put(
                method,
                Counting.row(all.stream()
                        .filter(output -> people.contains(output.person()))
                        .toList())));
        return new Subgroup(people.size(), Calibration.group(inputs, people).ageError(), methods);
    }
}
