package reaging.evaluation.predictions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.evaluation.measures.ImageDistance;
import reaging.evaluation.measures.StructuralSimilarity;
import reaging.networks.Evaluators;
import reaging.networks.Prediction;
import reaging.savedmodel.ReAger;

/**
 * The results for one person at the ten targets.
 *
 * @param outputs predictions for each output
 * @param backgrounds mean difference from the input outside the mask in 1/255; NaN without a mask
 * @param cycles closeness of each output, taken back to the person's own age, to the input
 * @param reconstruction closeness of the output at the person's own age to the input
 */
public record ReAgedPerson(
        List<Prediction> outputs, double[] backgrounds, List<Closeness> cycles, Closeness reconstruction) {
    private static final int TARGET_WIDTH = PredictionRows.WIDTH + 1 + Closeness.WIDTH;

    /** The number of stored values per person. */
    public static final int WIDTH = AgeGroup.COUNT * TARGET_WIDTH + Closeness.WIDTH;

    /**
     * The closeness of two images.
     *
     * @param l1 mean absolute difference in 1/255
     * @param psnr peak signal-to-noise ratio in dB
     * @param ssim structural similarity, 1 for equal images
     */
    public record Closeness(double l1, double psnr, double ssim) {
        private static final int WIDTH = 3;

        private static Closeness of(float[][][] a, float[][][] b) {
            return new Closeness(ImageDistance.l1(a, b), ImageDistance.psnr(a, b), StructuralSimilarity.of(a, b));
        }

        private void put(float[] row, int at) {
            row[at] = (float) l1;
            row[at + 1] = (float) psnr;
            row[at + 2] = (float) ssim;
        }

        private static Closeness get(float[] row, int at) {
            return new Closeness(row[at], row[at + 1], row[at + 2]);
        }

        /** Returns the mean of several. */
        public static Closeness mean(List<Closeness> all) {
            return new Closeness(
                    all.stream().mapToDouble(Closeness::l1).average().orElse(Double.NaN),
                    all.stream().mapToDouble(Closeness::psnr).average().orElse(Double.NaN),
                    all.stream().mapToDouble(Closeness::ssim).average().orElse(Double.NaN));
        }
    }

    /** Re-ages people and judges the results, with a row of numbers for each, see {@link #of}. */
    public static List<float[]> rows(List<FaceImages.Face> faces, double[] ages, ReAger model, Evaluators evaluators) {
        List<List<float[][][]>> lifespans =
                faces.stream().map(face -> face.at(model, AgeGroup.centres())).toList();
        var predictions = PredictionRows.by(
                evaluators, lifespans.stream().flatMap(List::stream).toList());
        List<float[]> rows = new ArrayList<>();
        for (int person = 0; person < faces.size(); person++) {
            var face = faces.get(person);
            var outputs = lifespans.get(person);
            var cycles = face.back(model, outputs, ages[person]);
            var row = new float[WIDTH];
            for (int target = 0; target < AgeGroup.COUNT; target++) {
                int at = target * TARGET_WIDTH;
                PredictionRows.put(predictions.get(person * AgeGroup.COUNT + target), row, at);
                row[at + PredictionRows.WIDTH] = (float) background(face, outputs.get(target));
                Closeness.of(face.image(), cycles.get(target)).put(row, at + PredictionRows.WIDTH + 1);
            }
            var restored = face.at(model, ages[person]).get(0);
            Closeness.of(face.image(), restored).put(row, WIDTH - Closeness.WIDTH);
            rows.add(row);
        }
        return rows;
    }

    /** Returns the difference of an output from its input outside the mask in 1/255; NaN without a mask. */
    public static double background(FaceImages.Face face, float[][][] output) {
        return face.mask() == null ? Double.NaN : ImageDistance.background(face.image(), output, face.mask());
    }

    /** Splits predictions for some people's outputs, all in one list, by person. */
    public static List<List<Prediction>> ofEach(List<Prediction> outputs) {
        return IntStream.range(0, outputs.size() / AgeGroup.COUNT)
                .mapToObj(person -> outputs.subList(person * AgeGroup.COUNT, (person + 1) * AgeGroup.COUNT))
                .toList();
    }

    /** Reads a person from a row. */
    public static ReAgedPerson of(float[] row) {
        var targets = IntStream.range(0, AgeGroup.COUNT).map(target -> target * TARGET_WIDTH);
        int[] starts = targets.toArray();
        return new ReAgedPerson(
                IntStream.of(starts).mapToObj(at -> PredictionRows.get(row, at)).toList(),
                IntStream.of(starts)
                        .mapToDouble(at -> row[at + PredictionRows.WIDTH])
                        .toArray(),
                IntStream.of(starts)
                        .mapToObj(at -> Closeness.get(row, at + PredictionRows.WIDTH + 1))
                        .toList(),
                Closeness.get(row, WIDTH - Closeness.WIDTH));
    }
}
