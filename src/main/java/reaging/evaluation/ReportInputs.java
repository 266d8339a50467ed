package reaging.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reaging.data.AgeGroup;
import reaging.data.FaceSet;
import reaging.evaluation.figures.Calibration;
import reaging.evaluation.figures.Method;
import reaging.evaluation.figures.MethodMetrics;
import reaging.evaluation.figures.Output;
import reaging.evaluation.figures.Subgroups;
import reaging.evaluation.measures.KernelDistance;
import reaging.evaluation.predictions.ReAgedPerson;
import reaging.evaluation.predictions.ReAgedPerson.Closeness;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.evaluation.predictions.Subjects;
import reaging.evaluation.predictions.UnmaskedPerson;
import reaging.evaluation.truth.GroundTruth;
import reaging.networks.Prediction;

/**
 * The predictions from which a report is made.
 *
 * @param inputs real faces that training never saw; the first of them are the people
 * @param reference real faces to compare with
 * @param people results for the people
 * @param unmasked results for the people without masks
 * @param subjects sexes and skin tones of the people, for photos
 */
public record ReportInputs(
        RealFaces inputs,
        RealFaces reference,
        List<ReAgedPerson> people,
        List<UnmaskedPerson> unmasked,
        @Nullable Subjects subjects,
        Strangers strangers,
        long seed) {

    public Report report(
            Report.Heading heading,
            Calibration calibration,
            @Nullable RealPairs realPairs,
            @Nullable GroundTruth truth,
            FaceSet faces) {
        return new Report(
                heading.model(),
                heading.data(),
                people.size(),
                heading.imageSize(),
                seed,
                heading.evaluators(),
                withTooSmallGroups(heading),
                calibration,
                figures(),
                subjects == null ? null : Subgroups.of(subjects, inputs, outputs()),
                Closeness.mean(people.stream().map(ReAgedPerson::reconstruction).toList()),
                Closeness.mean(people.stream()
                        .flatMap(person -> person.cycles().stream())
                        .toList()),
                UnmaskedPerson.Closeness.mean(
                        unmasked.stream().map(UnmaskedPerson::closeness).toList()),
                realPairs,
                truth,
                WorstCase.of(labels(faces), people, inputs, reference, strangers));
    }

    private Map<String, MethodMetrics> figures() {
        Map<String, MethodMetrics> figures = new LinkedHashMap<>();
        for (var method : methods()) {
            figures.put(method.name(), MethodMetrics.of(method, judged(), inputs.ages(), reference, strangers, seed));
        }
        return figures;
    }

    private List<Method> methods() {
        List<Method> methods = new ArrayList<>(List.of(model()));
        if (unmasked.stream().allMatch(person -> !person.outputs().isEmpty())) {
            methods.add(Method.unmasked(unmasked));
        }
        methods.add(copy());
        methods.add(Method.nearest(inputs, people.size(), seed));
        return methods;
    }

    /** Returns the outputs by method, except for the nearest, whose faces have nothing to do with the person. */
    private Map<String, List<Output>> outputs() {
        Map<String, List<Output>> outputs = new LinkedHashMap<>();
        for (var method : List.of(model(), copy())) {
            outputs.put(method.name(), Output.of(method, judged(), inputs.ages(), reference, strangers));
        }
        return outputs;
    }

    private Method model() {
        return Method.model(people);
    }

    private Method copy() {
        return Method.copy(judged());
    }

    /** Returns the predictions for the unchanged people. */
    private List<Prediction> judged() {
        return inputs.predictions().subList(0, people.size());
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
