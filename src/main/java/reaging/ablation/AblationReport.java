package reaging.ablation;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reaging.evaluation.truth.GroundTruth;

/**
 * The report of an ablation, in which each variant of the network is trained the same way several times.
 *
 * @param preset preset of the networks
 * @param kimg length of each run in thousands of images
 * @param seeds number of runs of each variant
 * @param people number of people measured, each at ten targets
 * @param input measurements of the unchanged input, that is, of a model that does nothing
 * @param variants measurements by name of the variant
 */
public record AblationReport(
        String preset,
        double kimg,
        int seeds,
        int people,
        Map<TruthMeasure, Double> input,
        Map<String, Map<TruthMeasure, Spread>> variants) {

    /**
     * Summarizes the runs.
     *
     * @param truths measurements by variant for its runs in the order of the seeds, all on the same people
     */
    public static AblationReport of(String preset, double kimg, Map<String, List<GroundTruth>> truths) {
        var first = truths.values().iterator().next();
        var reference = first.get(0);
        Map<String, Map<TruthMeasure, Spread>> variants = new LinkedHashMap<>();
        truths.forEach((name, runs) -> variants.put(name, each(measure -> spread(measure, runs))));
        return new AblationReport(
                preset, kimg, first.size(), reference.people(), each(measure -> measure.ofInput(reference)), variants);
    }

    private static Spread spread(TruthMeasure measure, List<GroundTruth> runs) {
        return Spread.of(runs.stream().map(measure::ofOutput).toList());
    }

    private static <V> Map<TruthMeasure, V> each(Function<TruthMeasure, V> value) {
        Map<TruthMeasure, V> values = new EnumMap<>(TruthMeasure.class);
        for (var measure : TruthMeasure.values()) {
            values.put(measure, value.apply(measure));
        }
        return values;
    }
}
