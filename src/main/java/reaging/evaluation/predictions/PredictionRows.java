package reaging.evaluation.predictions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.networks.Evaluators;
import reaging.networks.Prediction;

/** Converts predictions to rows of numbers for storage, and back. */
public final class PredictionRows {
    private static final int FEATURES = 1024;
    private static final int DESCRIPTOR = 128;

    /** The number of values in a prediction. */
    public static final int WIDTH = 1 + FEATURES + DESCRIPTOR;

    /** The prediction for a missing face. */
    public static final Prediction NONE = new Prediction(Double.NaN, new float[0], new float[0]);

    private PredictionRows() {}

    public static List<Prediction> by(Evaluators evaluators, List<float[][][]> faces) {
        try (var images = TFloat32.tensorOf(StdArrays.ndCopyOf(faces.toArray(float[][][][]::new)))) {
            return evaluators.predict(images);
        }
    }

    /** Writes a prediction into a row; what was not judged is NaN. */
    public static void put(Prediction prediction, float[] row, int at) {
        row[at] = (float) prediction.years();
        put(prediction.features(), FEATURES, row, at + 1);
        put(prediction.descriptor(), DESCRIPTOR, row, at + 1 + FEATURES);
    }

    private static void put(float[] values, int length, float[] row, int at) {
        for (int i = 0; i < length; i++) {
            row[at + i] = values.length == 0 ? Float.NaN : values[i];
        }
    }

    /** Reads a prediction from a row. */
    public static Prediction get(float[] row, int at) {
        return new Prediction(row[at], get(FEATURES, row, at + 1), get(DESCRIPTOR, row, at + 1 + FEATURES));
    }

    private static float[] get(int length, float[] row, int at) {
        return Float.isNaN(row[at]) ? new float[0] : Arrays.copyOfRange(row, at, at + length);
    }

    /** Returns the features of those that have any, for comparing sets. */
    public static float[][] features(List<Prediction> predictions) {
        List<float[]> features = new ArrayList<>();
        for (var prediction : predictions) {
            if (prediction.features().length > 0) {
                features.add(prediction.features());
            }
        }
        return features.toArray(float[][]::new);
    }
}
