package reaging.data.prepare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.data.FaceSet;

/** Finds concerns about the ages of the faces to train on. */
final class AgeConcerns {
    private AgeConcerns() {}

    /**
     * Returns one sentence about too few faces and empty groups; empty if there are no concerns.
     *
     * @param batch faces per step
     */
    static Optional<String> of(FaceSet training, int batch) {
        Set<AgeGroup> seen = EnumSet.noneOf(AgeGroup.class);
        IntStream.range(0, training.size()).forEach(i -> seen.add(AgeGroup.of(training.age(i))));
        List<String> concerns = new ArrayList<>();
        if (training.size() < batch) {
            concerns.add("a batch of " + batch + " exceeds the number of faces to train on, " + training.size()
                    + ", so every batch repeats some");
        }
        if (seen.size() == 1 && training.size() > 1) {
            concerns.add(one(training, seen.iterator().next()));
        }
        if (seen.size() < AgeGroup.COUNT) {
            concerns.add("no face to train on is of the ages " + labels(EnumSet.complementOf(EnumSet.copyOf(seen)))
                    + ": a model cannot learn a group without examples, so its results at these ages are meaningless");
        }
        return concerns.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", concerns));
    }

    private static String one(FaceSet training, AgeGroup group) {
        var ages = IntStream.range(0, training.size())
                .mapToDouble(training::age)
                .distinct()
                .toArray();
        return ages.length == 1
                ? "all faces have the same age, " + AgeGroup.text(ages[0])
                        + " years, so there is nothing to learn about ageing"
                : "all faces are of one group, " + group.label() + ", so there is nothing to learn about ageing";
    }

    private static String labels(Set<AgeGroup> groups) {
        return groups.stream().map(AgeGroup::label).collect(Collectors.joining(", "));
    }
}
