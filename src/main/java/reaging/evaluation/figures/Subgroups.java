package reaging.evaluation.figures;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reaging.data.Sex;
import reaging.evaluation.measures.SkinTone;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Subjects;

/**
 * The disaggregated results for subgroups, which a model card should give (Mitchell et al. 2019).
 *
 * @param sex results by label; the last are those of unknown sex
 * @param skinTone results by label; the last are those whose photo does not show it
 * @param all results for all people together
 */
public record Subgroups(Map<String, Subgroup> sex, Map<String, Subgroup> skinTone, Subgroup all) {

    public static Subgroups of(Subjects subjects, RealFaces inputs, Map<String, List<Output>> outputs) {
        var everybody = IntStream.range(0, subjects.sexes().size()).boxed().collect(Collectors.toSet());
        return new Subgroups(
                by(Arrays.stream(Sex.values()).map(Sex::label), subjects.sexes(), inputs, outputs),
                by(Arrays.stream(SkinTone.values()).map(SkinTone::label), subjects.skinTones(), inputs, outputs),
                Subgroup.of(everybody, inputs, outputs));
    }

    private static Map<String, Subgroup> by(
            Stream<String> labels, List<String> ofPeople, RealFaces inputs, Map<String, List<Output>> outputs) {
        Map<String, Subgroup> subgroups = new LinkedHashMap<>();
        Stream.concat(labels, Stream.of(Subjects.NOT_KNOWN)).forEach(label -> {
            var people = IntStream.range(0, ofPeople.size())
                    .filter(person -> ofPeople.get(person).equals(label))
                    .boxed()
                    .collect(Collectors.toSet());
            subgroups.put(label, Subgroup.of(people, inputs, outputs));
        });
        return subgroups;
    }
}
