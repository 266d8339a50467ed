package reaging.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import reaging.data.AgeGroup;
import reaging.data.Split;
import reaging.evaluation.figures.Method;
import reaging.evaluation.figures.MethodMetrics;
import reaging.evaluation.predictions.ChosenFaces;
import reaging.evaluation.predictions.FaceImages;
import reaging.evaluation.predictions.PredictionCache;
import reaging.evaluation.predictions.PredictionRows;
import reaging.evaluation.predictions.ReAgedPerson;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.evaluation.predictions.UnmaskedPerson;
import reaging.networks.Evaluators;
import reaging.networks.Prediction;
import reaging.savedmodel.ReAger;

/**
 * A small evaluation on photos for a model in training: it uses the same few people each time and judges the real faces to compare
 * with only once. It omits KID, Frechet distance and cycles, which take longest.
 */
public final class QuickEvaluation {
    private static final int FEW = 40;
    private static final int MANY = 200;
    private static final int TOGETHER = 2; // people; more use memory that training needs, and are not faster

    private static final long SEED = 0;

    private final FaceImages images;
    private final Evaluators evaluators;
    private final RealFaces inputs;
    private final RealFaces reference;
    private final Strangers strangers;

    private QuickEvaluation(FaceImages images, Evaluators evaluators, RealFaces inputs, RealFaces reference) {
        this.images = images;
        this.evaluators = evaluators;
        this.inputs = inputs;
        this.reference = reference;
        strangers = Strangers.among(reference.predictions(), Strangers.SamePerson.NEVER, SEED);
    }

    /**
     * Judges the real faces, unless the folder contains their predictions.
     *
     * @param data data set; people come from its held-out part, real faces to compare with from the other
     * @param people maximum number of people
     * @param folder folder that keeps the predictions
     * @param notices receives a notice for each unreadable face
     */
    public static QuickEvaluation prepare(
            Split data, int imageSize, int people, Evaluators evaluators, Path folder, Consumer<String> notices) {
        return prepare(data, imageSize, people, FEW, evaluators, folder, notices);
    }

    /**
     * Judges the people whom checkpoints are chosen by, all of them, and as many real faces as a whole evaluation does, unless the
     * folder contains their predictions.
     *
     * @param data data set; people come from its held-out part, real faces to compare with from the other
     * @param folder folder that keeps the predictions
     * @param notices receives a notice for each unreadable face
     */
    public static QuickEvaluation prepareAll(
            Split data, int imageSize, Evaluators evaluators, Path folder, Consumer<String> notices) {
        return prepare(data, imageSize, Integer.MAX_VALUE, MANY, evaluators, folder, notices);
    }

    private static QuickEvaluation prepare(
            Split data,
            int imageSize,
            int people,
            int referenceOfAGroup,
            Evaluators evaluators,
            Path folder,
            Consumer<String> notices) {
        var cache = new PredictionCache(evaluators, imageSize, folder);
        var heldOut = new FaceImages(data.heldOut(), imageSize, notices);
        var training = new FaceImages(data.training(), imageSize, notices);
        int[] chosen = heldOut.readable(ChosenFaces.all(data.heldOut(), SEED), people);
        int[] compared = training.readable(
                ChosenFaces.someOfEachGroup(data.training(), referenceOfAGroup, SEED), Integer.MAX_VALUE);
        return new QuickEvaluation(
                heldOut,
                evaluators,
                cache.predict(data.heldOut(), heldOut, chosen, "people", () -> {}),
                cache.predict(data.training(), training, compared, "reference", () -> {})
                        .withoutFeatures());
    }

    /** Returns the number of people to re-age. */
    public int people() {
        return inputs.size();
    }

    /** Returns the mean estimate for real faces of a group in years. */
    public double realYears(AgeGroup group) {
        return reference.meanYears(group);
    }

    /**
     * Measures a model with masks.
     *
     * @param step called after each person
     */
    public MethodMetrics metrics(ReAger model, Runnable step) {
        return MethodMetrics.of(method(model, step), inputs.predictions(), inputs.ages(), reference, strangers, SEED);
    }

    /** Measures a model with masks and without, and returns figures by name, without those that cannot be measured on these faces. */
    public Map<String, Double> figures(ReAger model) {
        var figures = figures(metrics(model, () -> {}));
        var unmasked = withoutMask(model);
        figures.put("unmasked_corner", unmasked.corner());
        figures.put("unmasked_picture", unmasked.picture());
        figures.values().removeIf(value -> Double.isNaN(value));
        return figures;
    }

    /** Returns the same figures by name, but only those with masks. */
    public static Map<String, Double> figures(MethodMetrics figures) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("age_error", figures.total().ageError());
        named.put("identity", figures.total().identity());
        named.put("hcs", figures.total().hcs());
        named.put("verified", figures.total().verified());
        named.put("spearman", figures.order().spearman());
        named.put("rising_steps", figures.order().rising());
        named.put("background", figures.total().background());
        named.put("far_age_error", figures.far().ageError());
        named.put("far_identity", figures.far().identity());
        named.values().removeIf(value -> Double.isNaN(value));
        return named;
    }

    private UnmaskedPerson.Closeness withoutMask(ReAger model) {
        List<UnmaskedPerson.Closeness> all = new ArrayList<>();
        for (int person = 0; person < people(); person++) {
            var face = images.read(inputs.indices().get(person));
            var own = AgeGroup.of(inputs.ages().get(person));
            all.add(UnmaskedPerson.Closeness.of(face.image(), UnmaskedPerson.ownGroup(face, own, model)));
        }
        return UnmaskedPerson.Closeness.mean(all);
    }

    private Method method(ReAger model, Runnable step) {
        List<List<Prediction>> outputs = new ArrayList<>();
        List<double[]> backgrounds = new ArrayList<>();
        for (int from = 0; from < people(); from += TOGETHER) {
            List<float[][][]> faces = new ArrayList<>();
            for (int person = from; person < Math.min(people(), from + TOGETHER); person++) {
                var face = images.read(inputs.indices().get(person));
                var lifespan = face.at(model, AgeGroup.centres());
                faces.addAll(lifespan);
                backgrounds.add(lifespan.stream()
                        .mapToDouble(output -> ReAgedPerson.background(face, output))
                        .toArray());
                step.run();
            }
            outputs.addAll(ReAgedPerson.ofEach(PredictionRows.by(evaluators, faces)));
        }
        return new Method("model", outputs, backgrounds);
    }
}
