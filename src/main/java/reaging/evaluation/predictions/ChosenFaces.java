package reaging.evaluation.predictions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.data.FaceSet;

/** Chooses faces of a set at random; equal seeds give equal choices. */
public final class ChosenFaces {
    private ChosenFaces() {}

    /** Returns all faces in an order that is unrelated to their names. */
    public static List<Integer> all(FaceSet faces, long seed) {
        var shuffled = new ArrayList<>(IntStream.range(0, faces.size()).boxed().toList());
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** Returns a limited number of faces of each group. */
    public static List<Integer> someOfEachGroup(FaceSet faces, int most, long seed) {
        Map<AgeGroup, List<Integer>> groups = new EnumMap<>(AgeGroup.class);
        for (int index : all(faces, seed)) {
            var group = groups.computeIfAbsent(AgeGroup.of(faces.age(index)), key -> new ArrayList<>());
            if (group.size() < most) {
                group.add(index);
            }
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }
}
