package reaging.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.data.FaceSet;
import reaging.evaluation.networks.Evaluators;
import reaging.evaluation.networks.Judgement;

/**
 * Real faces with what the evaluators see in them.
 *
 * @param indices their numbers in the set
 * @param ages true ones, in years
 * @param judgements of each
 */
record RealFaces(List<Integer> indices, List<Double> ages, List<Judgement> judgements) {
    private static final int BATCH = 16;

    /**
     * Judges some faces, or reads what was judged before.
     *
     * @param chosen numbers in the set
     * @param file that keeps the judgements
     * @param subject what they depend on, besides the faces
     * @param step is run after each
     */
    static RealFaces judge(
            FaceSet set,
            FaceImages images,
            int[] chosen,
            Evaluators evaluators,
            Path file,
            String subject,
            Runnable step) {
        var records = RecordFile.open(file, subject + " " + labels(set, chosen), Judged.WIDTH);
        for (int from = records.size(); from < chosen.length; from = records.size()) {
            var faces = Arrays.stream(chosen, from, Math.min(from + BATCH, chosen.length))
                    .mapToObj(index -> images.read(index).image())
                    .toList();
            for (var judgement : Judged.by(evaluators, faces)) {
                var row = new float[Judged.WIDTH];
                Judged.put(judgement, row, 0);
                records.append(row);
                step.run();
            }
        }
        return new RealFaces(
                Arrays.stream(chosen).boxed().toList(),
                Arrays.stream(chosen).mapToObj(set::age).toList(),
                IntStream.range(0, chosen.length)
                        .mapToObj(i -> Judged.get(records.row(i), 0))
                        .toList());
    }

    /** A number that differs for other faces. */
    private static int labels(FaceSet set, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(set::label).toList().hashCode();
    }

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
}
