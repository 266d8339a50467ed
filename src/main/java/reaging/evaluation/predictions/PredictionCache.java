package reaging.evaluation.predictions;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.FaceSet;
import reaging.networks.Evaluators;

/**
 * Lets the evaluators judge real faces, and keeps their predictions in a folder, so that they are computed only once.
 *
 * @param imageSize side S of the faces that they see in pixels
 */
public record PredictionCache(Evaluators evaluators, int imageSize, Path folder) {
    private static final int BATCH = 16;
    private static final int REFERENCE_OF_A_GROUP = 200;

    /** Returns numbers of real faces to compare with, which training may have seen; none if they are not needed. */
    public List<Integer> reference(FaceSet training, long seed) {
        return evaluators.predictsAge() ? ChosenFaces.someOfEachGroup(training, REFERENCE_OF_A_GROUP, seed) : List.of();
    }

    /**
     * Judges some faces, or reads earlier predictions.
     *
     * @param chosen numbers of the faces in the set
     * @param part name of the chosen part, one word
     * @param step called after each face
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

    /** Returns everything that predictions depend on besides the model and the chosen faces. */
    public String subject(FaceSet set) {
        int[] all = IntStream.range(0, set.size()).toArray();
        return set.name() + " " + set.size() + " " + labels(set, all) + " " + imageSize + " " + evaluators.names();
    }

    /** Returns a number that differs for other faces. */
    private static int labels(FaceSet set, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(set::label).toList().hashCode();
    }
}
