package reaging.evaluation.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import reaging.data.AgeGroup;
import reaging.evaluation.predictions.PredictionRows;
import reaging.evaluation.predictions.ReAgedPerson;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.UnmaskedPerson;
import reaging.networks.Prediction;

/**
 * The results of a re-aging method.
 *
 * @param name {@code model}, {@code unmasked}, {@code copy} or {@code nearest}
 * @param outputs predictions at the ten targets for each person
 * @param backgrounds background differences at the ten targets for each person, in 1/255
 */
public record Method(String name, List<List<Prediction>> outputs, List<double[]> backgrounds) {

    public static Method model(List<ReAgedPerson> people) {
        return new Method(
                "model",
                people.stream().map(ReAgedPerson::outputs).toList(),
                people.stream().map(ReAgedPerson::backgrounds).toList());
    }

    /** Returns the model without the people's masks. */
    public static Method unmasked(List<UnmaskedPerson> people) {
        return new Method(
                "unmasked",
                people.stream().map(UnmaskedPerson::outputs).toList(),
                people.stream().map(UnmaskedPerson::backgrounds).toList());
    }

    /** Returns the baseline whose output is the input: perfect identity, no ageing. */
    public static Method copy(List<Prediction> inputs) {
        return new Method(
                "copy",
                inputs.stream()
                        .map(input -> Collections.nCopies(AgeGroup.COUNT, input))
                        .toList(),
                Collections.nCopies(inputs.size(), new double[AgeGroup.COUNT]));
    }

    /** Returns the baseline of a random real image of another person of the target group: perfect age, no identity. */
    public static Method nearest(RealFaces real, int people, long seed) {
        var random = new SplittableRandom(seed);
        List<List<Prediction>> outputs = new ArrayList<>();
        List<double[]> backgrounds = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            List<Prediction> row = new ArrayList<>();
            for (var group : AgeGroup.values()) {
                var others = new ArrayList<>(real.of(group));
                others.remove(Integer.valueOf(person));
                row.add(
                        others.isEmpty()
                                ? PredictionRows.NONE
                                : real.predictions().get(others.get(random.nextInt(others.size()))));
            }
            outputs.add(row);
            var unknown = new double[AgeGroup.COUNT];
            Arrays.fill(unknown, Double.NaN);
            backgrounds.add(unknown);
        }
        return new Method("nearest", outputs, backgrounds);
    }
}
