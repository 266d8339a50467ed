package reaging.evaluation;

import java.util.ArrayList;
import java.util.List;
import reaging.data.AgeGroup;
import reaging.evaluation.networks.Judgement;

/**
 * Real faces with what the evaluators see in them.
 *
 * @param indices their numbers in the set
 * @param ages true ones, in years
 * @param judgements of each
 */
record RealFaces(List<Integer> indices, List<Double> ages, List<Judgement> judgements) {
    int size() {
        return ages.size();
    }

    /** Positions of the faces of a group. */
    List<Integer> of(AgeGroup group) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (AgeGroup.of(ages.get(i)) == group) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** Judgements of the faces of a group. */
    List<Judgement> judgementsOf(AgeGroup group) {
        return of(group).stream().map(judgements::get).toList();
    }

    /** The mean estimate of a group, in years; NaN if it is empty. */
    double meanYears(AgeGroup group) {
        return judgementsOf(group).stream()
                .mapToDouble(Judgement::years)
                .average()
                .orElse(Double.NaN);
    }

    /** The same without what distances between sets are measured on. */
    RealFaces withoutFeatures() {
        var bare = judgements.stream()
                .map(each -> new Judgement(each.years(), new float[0], each.descriptor()))
                .toList();
        return new RealFaces(indices, ages, bare);
    }
}
