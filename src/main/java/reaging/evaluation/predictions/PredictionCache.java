package reaging.evaluation.predictions;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.FaceSet;
import reaging.networks.Evaluators;

/**
 * Lets the evaluators judge real faces, and keeps what they say in a folder: it is worked out once.
 *
 * @param imageSize side S of the faces that they see
 */
public record PredictionCache(Evaluators evaluators, int imageSize, Path folder) {
    private static final int BATCH = 16;
    private static final int REFERENCE_OF_A_GROUP = 200;

    /** Numbers of real faces that training may have seen, to compare with; none where nobody compares. */
    public List<Integer> reference(FaceSet training, long seed) {
        return evaluators.predictsAge() ? ChosenFaces.someOfEachGroup(training, REFERENCE_OF_A_GROUP, seed) : List.of();
    }

    /**
     * Judges some faces, or reads what was judged before.
     *
     * @param chosen numbers in the set
     * @param part what the chosen ones are, one word
     * @param step is run after each
     */
    public RealFaces predict(FaceSet set, FaceImages images, int[] chosen, String part, Runnable step) {
        var records = RecordFile.open(
                folder.resolve(part + ".cache"),
                subject(set) + " " + part + " " + labels(set, chosen),
                PredictionRows.WIDTH);
        for (int from = records.size(); from < chosen.length; from = records.size()) {
            var faces = Arrays.stream(chosen, from, Math.min(from + BATCH, chosen.length))
                    .mapToObj(index -> images.read(index).image())
                    .toList();
            for (var prediction : PredictionRows.by(evaluators, faces)) {
                var row = new float[PredictionRows.WIDTH];
                PredictionRows.put(prediction, row, 0);
                records.append(row);
                step.run();
            }
        }
        return new RealFaces(
                Arrays.stream(chosen).boxed().toList(),
                Arrays.stream(chosen).mapToObj(set::age).toList(),
                IntStream.range(0, chosen.length)
                        .mapToObj(i -> PredictionRows.get(records.row(i), 0))
                        .toList());
    }

    /** All that predictions depend on, besides the model and which faces there are. */
    public String subject(FaceSet set) {
        int[] all = IntStream.range(0, set.size()).toArray();
        return set.name() + " " + set.size() + " " + labels(set, all) + " " + imageSize + " " + evaluators.names();
    }

    /** A number that differs for other faces. */
    private static int labels(FaceSet set, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(set::label).toList().hashCode();
    }
}
