package reaging.evaluation.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reaging.evaluation.predictions.RealFaces;

/**
 * How people of one kind fare; of fewer than ten nothing is said but their number.
 *
 * @param people how many
 * @param estimatorError of the age estimator on their photos as they came in, mean absolute, in years; NaN of too few
 * @param methods means over the people's outputs, without distances between sets; none of too few
 */
public record Subgroup(int people, double estimatorError, Map<String, Row> methods) {
    private static final int FEWEST = 10; // below, one odd face moves a mean as much as a kind of people might

    /**
     * Works out the figures.
     *
     * @param people positions
     * @param inputs the people are the first of these
     * @param outputs of all people, by method
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
