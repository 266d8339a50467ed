package reaging.evaluation.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.networks.Evaluators;
import reaging.networks.Judgement;

/** Judgements of faces as arrays, and as rows of numbers to keep. */
public final class Judged {
    private static final int FEATURES = 1024;
    private static final int DESCRIPTOR = 128;

    /** The number of values of one judgement. */
    public static final int WIDTH = 1 + FEATURES + DESCRIPTOR;

    /** Of a face that there is none of. */
    public static final Judgement NONE = new Judgement(Double.NaN, new float[0], new float[0]);

    private Judged() {}

    public static List<Judgement> by(Evaluators evaluators, List<float[][][]> faces) {
        try (var images = TFloat32.tensorOf(StdArrays.ndCopyOf(faces.toArray(float[][][][]::new)))) {
            return evaluators.judge(images);
        }
    }

    /** Puts a judgement into a row; what was not judged is NaN. */
    public static void put(Judgement judgement, float[] row, int at) {
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
    public static Judgement get(float[] row, int at) {
        return new Judgement(row[at], get(FEATURES, row, at + 1), get(DESCRIPTOR, row, at + 1 + FEATURES));
    }

    private static float[] get(int length, float[] row, int at) {
        return Float.isNaN(row[at]) ? new float[0] : Arrays.copyOfRange(row, at, at + length);
    }

    /** Features of those that have some, as sets are compared by. */
    public static float[][] features(List<Judgement> judgements) {
        List<float[]> features = new ArrayList<>();
        for (var judgement : judgements) {
            if (judgement.features().length > 0) {
                features.add(judgement.features());
            }
        }
        return features.toArray(float[][]::new);
    }
}
