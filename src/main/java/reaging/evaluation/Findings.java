package reaging.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.data.FaceSet;
import reaging.evaluation.ReAgedPerson.Closeness;
import reaging.evaluation.measures.KernelDistance;

/**
 * All that was judged.
 *
 * @param inputs real faces that training never saw; the first of them are the people
 * @param reference real faces to compare with
 * @param people what became of them
 */
record Findings(RealFaces inputs, RealFaces reference, List<ReAgedPerson> people, Strangers strangers, long seed) {

    Report report(
            Report.Heading heading, Calibration calibration, RealPairs realPairs, GroundTruth truth, FaceSet faces) {
        return new Report(
                heading.model(),
                heading.data(),
                people.size(),
                heading.imageSize(),
                seed,
                heading.evaluators(),
                withTooSmallGroups(heading),
                calibration,
                methods(),
                Closeness.mean(people.stream().map(ReAgedPerson::reconstruction).toList()),
                Closeness.mean(people.stream()
                        .flatMap(person -> person.cycles().stream())
                        .toList()),
                realPairs,
                truth,
                WorstCase.of(labels(faces), people, inputs, reference, strangers));
    }

    private Map<String, Figures> methods() {
        var judged = inputs.judgements().subList(0, people.size());
        Map<String, Figures> methods = new LinkedHashMap<>();
        for (var method :
                List.of(Method.model(people), Method.copy(judged), Method.nearest(inputs, people.size(), seed))) {
            methods.put(method.name(), Figures.of(method, judged, inputs.ages(), reference, strangers, seed));
        }
        return methods;
    }

    private List<String> labels(FaceSet faces) {
        return IntStream.range(0, people.size())
                .mapToObj(person -> faces.label(inputs.indices().get(person)))
                .toList();
    }

    private List<String> withTooSmallGroups(Report.Heading heading) {
        var small = Arrays.stream(AgeGroup.values())
                .filter(group -> Math.min(people.size(), reference.of(group).size()) < KernelDistance.FEWEST)
                .map(AgeGroup::label)
                .toList();
        List<String> notes = new ArrayList<>(heading.notes());
        if (heading.evaluators().containsKey("features") && !small.isEmpty()) {
            notes.add("no KID and Frechet distance for the groups " + String.join(", ", small) + ": they need "
                    + KernelDistance.FEWEST + " people and " + KernelDistance.FEWEST + " real images of the group");
        }
        return notes;
    }
}
