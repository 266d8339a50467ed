package reaging.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reaging.data.AgeGroup;
import reaging.evaluation.predictions.ReAgedPerson;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;

/**
 * An output that is among the worst by a measure.
 *
 * @param face the input's label in the data set
 * @param person position among the people
 * @param target target group
 * @param value value of the measure
 */
public record WorstCase(String face, int person, AgeGroup target, double value) {
    private static final int SHOWN = 6;

    /** Returns the worst cases by each measure, worst first, each of a different person. */
    static Map<String, List<WorstCase>> of(
            List<String> faces, List<ReAgedPerson> people, RealFaces inputs, RealFaces reference, Strangers strangers) {
        Map<String, List<WorstCase>> byMeasure = new LinkedHashMap<>();
        List<WorstCase> age = new ArrayList<>();
        List<WorstCase> identity = new ArrayList<>();
        List<WorstCase> background = new ArrayList<>();
        List<WorstCase> cycle = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            var face = faces.get(person);
            var result = people.get(person);
            var input = inputs.predictions().get(person);
            for (var group : AgeGroup.values()) {
                var seen = result.outputs().get(group.index());
                age.add(new WorstCase(face, person, group, Math.abs(seen.years() - reference.meanYears(group))));
                identity.add(new WorstCase(face, person, group, strangers.identity(input, seen)));
                background.add(new WorstCase(face, person, group, result.backgrounds()[group.index()]));
                cycle.add(new WorstCase(
                        face, person, group, result.cycles().get(group.index()).l1()));
            }
        }
        var high = Comparator.comparingDouble(WorstCase::value).reversed();
        byMeasure.put("age error, years", worst(age, high));
        byMeasure.put("identity", worst(identity, Comparator.comparingDouble(WorstCase::value)));
        byMeasure.put("background, 1/255", worst(background, high));
        byMeasure.put("cycle L1, 1/255", worst(cycle, high));
        byMeasure.values().removeIf(List::isEmpty);
        return byMeasure;
    }

    private static List<WorstCase> worst(List<WorstCase> all, Comparator<WorstCase> order) {
        Map<Integer, WorstCase> ofPerson = new LinkedHashMap<>();
        all.stream()
                .filter(each -> !Double.isNaN(each.value()))
                .sorted(order)
                .forEach(each -> ofPerson.putIfAbsent(each.person(), each));
        return ofPerson.values().stream().limit(SHOWN).toList();
    }
}
