package reaging.evaluation.predictions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.evaluation.measures.ImageDistance;
import reaging.networks.Evaluators;
import reaging.networks.Prediction;
import reaging.savedmodel.ReAger;

/**
 * The results for one person at the ten targets when the model is given no mask.
 *
 * @param outputs predictions for each output; empty if the person has no mask, when the usual outputs are the same
 * @param backgrounds mean difference from the input outside the mask in 1/255; empty if the person has no mask
 * @param closeness closeness of the output at the person's own group to the input
 */
public record UnmaskedPerson(List<Prediction> outputs, double[] backgrounds, Closeness closeness) {
    private static final int TARGET_WIDTH = PredictionRows.WIDTH + 1;
    private static final int TARGETS_WIDTH = AgeGroup.COUNT * TARGET_WIDTH;

    /** The number of stored values per person. */
    public static final int WIDTH = TARGETS_WIDTH + 3;

    /**
     * The difference of an output without a mask, at the person's own group, from the input in 1/255.
     *
     * @param corner difference in the worst of the four corners
     * @param picture difference over the whole picture
     */
    public record Closeness(double corner, double picture) {
        public static Closeness of(float[][][] input, float[][][] output) {
            return new Closeness(ImageDistance.worstCorner(input, output), ImageDistance.l1(input, output));
        }

        /** Returns the mean of several. */
        public static Closeness mean(List<Closeness> all) {
            return new Closeness(mean(all, Closeness::corner), mean(all, Closeness::picture));
        }

        private static double mean(List<Closeness> all, ToDoubleFunction<Closeness> value) {
            return all.stream().mapToDouble(value).average().orElse(Double.NaN);
        }
    }

    /** Re-ages people and judges the results, with a row of numbers for each, see {@link #of}. */
    public static List<float[]> rows(List<FaceImages.Face> faces, double[] ages, ReAger model, Evaluators evaluators) {
        List<float[]> rows = new ArrayList<>();
        for (int person = 0; person < faces.size(); person++) {
            rows.add(row(faces.get(person), AgeGroup.of(ages[person]), model, evaluators));
        }
        return rows;
    }

    private static float[] row(FaceImages.Face face, AgeGroup own, ReAger model, Evaluators evaluators) {
        var row = new float[WIDTH];
        boolean masked = face.mask() != null;
        row[TARGETS_WIDTH] = masked ? 1 : 0;
        if (!masked) {
            put(Closeness.of(face.image(), ownGroup(face, own, model)), row);
            return row;
        }
        var outputs = model.reAge(face.image(), AgeGroup.centres());
        var predictions = PredictionRows.by(evaluators, outputs);
        for (int target = 0; target < AgeGroup.COUNT; target++) {
            PredictionRows.put(predictions.get(target), row, target * TARGET_WIDTH);
            row[target * TARGET_WIDTH + PredictionRows.WIDTH] =
                    (float) ReAgedPerson.background(face, outputs.get(target));
        }
        put(Closeness.of(face.image(), outputs.get(own.index())), row);
        return row;
    }

    /** Re-ages a face to its own group without its mask, [S][S][3]. */
    public static float[][][] ownGroup(FaceImages.Face face, AgeGroup own, ReAger model) {
        return model.reAge(face.image(), own.centre()).get(0);
    }

    private static void put(Closeness closeness, float[] row) {
        row[TARGETS_WIDTH + 1] = (float) closeness.corner();
        row[TARGETS_WIDTH + 2] = (float) closeness.picture();
    }

    /** Reads a person from a row. */
    public static UnmaskedPerson of(float[] row) {
        int targets = row[TARGETS_WIDTH] == 1 ? AgeGroup.COUNT : 0;
        return new UnmaskedPerson(
                IntStream.range(0, targets)
                        .mapToObj(target -> PredictionRows.get(row, target * TARGET_WIDTH))
                        .toList(),
                IntStream.range(0, targets)
                        .mapToDouble(target -> row[target * TARGET_WIDTH + PredictionRows.WIDTH])
                        .toArray(),
                new Closeness(row[TARGETS_WIDTH + 1], row[TARGETS_WIDTH + 2]));
    }
}
