package reaging.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.evaluation.networks.Evaluators;
import reaging.evaluation.networks.Judgement;

/** Judgements of faces as arrays, and as rows of numbers to keep. */
final class Judged {
    private static final int FEATURES = 1024;
    private static final int DESCRIPTOR = 128;

    /** The number of values of one judgement. */
    static final int WIDTH = 1 + FEATURES + DESCRIPTOR;

    /** Of a face that there is none of. */
    static final Judgement NONE = new Judgement(Double.NaN, new float[0], new float[0]);

    private Judged() {}

    static List<Judgement> by(Evaluators evaluators, List<float[][][]> faces) {
        try (var images = TFloat32.tensorOf(StdArrays.ndCopyOf(faces.toArray(float[][][][]::new)))) {
            return evaluators.judge(images);
        }
    }

    /** Puts a judgement into a row; what was not judged is NaN. */
    static void put(Judgement judgement, float[] row, int at) {
        row[at] = (float) judgement.years();
        put(judgement.features(), FEATURES, row, at + 1);
        put(judgement.descriptor(), DESCRIPTOR, row, at + 1 + FEATURES);
    }

    private static void put(float[] values, int length, float[] row, int at) {
        for (int i = 0; i < length; i++) {
            row[at + i] = values.length == 0 ? Float.NaN : values[i];
        }
    }

    /** Gets a judgement out of a row. */
    static Judgement get(float[] row, int at) {
        return new Judgement(row[at], get(FEATURES, row, at + 1), get(DESCRIPTOR, row, at + 1 + FEATURES));
    }

    private static float[] get(int length, float[] row, int at) {
        return Float.isNaN(row[at]) ? new float[0] : Arrays.copyOfRange(row, at, at + length);
    }

    /** Features of those that have some, as sets are compared by. */
    static float[][] features(List<Judgement> judgements) {
        List<float[]> features = new ArrayList<>();
        for (var judgement : judgements) {
            if (judgement.features().length > 0) {
                features.add(judgement.features());
            }
        }
        return features.toArray(float[][]::new);
    }
}
