package reaging.evaluation;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.data.Split;
import reaging.evaluation.figures.TargetCounting;
import reaging.evaluation.figures.TargetMetrics;
import reaging.evaluation.figures.TargetReport;
import reaging.evaluation.predictions.ChosenFaces;
import reaging.evaluation.predictions.FaceImages;
import reaging.evaluation.predictions.PredictionCache;
import reaging.evaluation.predictions.PredictionRows;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.networks.Evaluators;
import reaging.networks.Prediction;
import reaging.savedmodel.ReAger;

/**
 * An evaluation of one model at given target ages, as in papers: it compares the estimated age with the target itself, and
 * measures identity. Age labels aren't required.
 */
public final class TargetEvaluation {
    private static final int STRANGERS = 500; // minimum number of faces to draw pairs of different people from

    private final String name;
    private final ReAger model;
    private final Split data;
    private final List<Double> targets;
    private final EvaluationSettings settings;
    private final Consumer<String> notices;
    private final PredictionCache cache;

    /**
     * The result of an evaluation with its picture.
     *
     * @param grid ten people, unchanged and at the targets
     */
    public record Result(TargetReport report, BufferedImage grid) {}

    /**
     * Prepares an evaluation.
     *
     * @param name name of the model
     * @param data data set; people come from its held-out part, real faces of known ages, if any, from the other
     * @param targets target ages in years
     * @param notices receives a notice for each unreadable face
     */
    public TargetEvaluation(
            String name,
            ReAger model,
            Split data,
            List<Double> targets,
            Evaluators evaluators,
            EvaluationSettings settings,
            Consumer<String> notices) {
        targets.forEach(AgeGroup::requireAge);
        this.name = name;
        this.model = model;
        this.data = data;
        this.targets = List.copyOf(targets);
        this.settings = settings;
        this.notices = notices;
        cache = new PredictionCache(evaluators, model.imageSize(), settings.folder());
    }

    /** Returns the number of steps that {@link #run} takes. */
    public int steps() {
        int faces = data.heldOut().size();
        return Math.min(judged(), faces)
                + cache.reference(data.training(), settings.seed()).size()
                + Math.min(settings.people(), faces);
    }

    private int judged() {
        return Math.max(settings.people(), STRANGERS);
    }

    /**
     * Runs the evaluation.
     *
     * @param notes what was not measured, and why; included in the report
     * @param step called after each face
     */
    public Result run(List<String> notes, Runnable step) {
        var heldOut = new FaceImages(data.heldOut(), model.imageSize(), notices);
        var training = new FaceImages(data.training(), model.imageSize(), notices);
        int[] order = heldOut.readable(ChosenFaces.all(data.heldOut(), settings.seed()), judged());
        int[] compared = training.readable(cache.reference(data.training(), settings.seed()), Integer.MAX_VALUE);
        var inputs = cache.predict(data.heldOut(), heldOut, order, "held-out", step);
        var reference = cache.predict(data.training(), training, compared, "reference", step);
        var people = new TargetPeople(targets, model, cache, settings).reAged(data.heldOut(), heldOut, inputs, step);
        var report = report(notes, inputs, reference, people);
        return new Result(report, new Gallery.Drawing(heldOut, model, inputs).grid(people.size(), targets));
    }

    private TargetReport report(
            List<String> notes, RealFaces inputs, RealFaces reference, List<TargetPeople.Person> people) {
        var strangers = Strangers.among(inputs.predictions(), Strangers.SamePerson.NEVER, settings.seed());
        var judged = inputs.predictions().subList(0, people.size());
        var counting = new TargetCounting(targets, judged, reference, strangers);
        Map<String, TargetMetrics> methods = new LinkedHashMap<>();
        methods.put(
                "model",
                counting.figures(
                        people.stream().map(TargetPeople.Person::outputs).toList()));
        methods.put("copy", counting.figures(copy(judged)));
        if (reference.size() > 0) {
            methods.put("nearest", counting.figures(nearest(reference, people.size())));
        }
        return new TargetReport(
                name,
                data.heldOut().name(),
                people.size(),
                targets,
                model.imageSize(),
                settings.seed(),
                cache.evaluators().names(),
                notes,
                strangers,
                TargetPeople.medianSeconds(people),
                methods);
    }

    private List<List<Prediction>> copy(List<Prediction> inputs) {
        return inputs.stream()
                .map(input -> Collections.nCopies(targets.size(), input))
                .toList();
    }

    /** Draws random real faces of other people of about the target age. */
    private List<List<Prediction>> nearest(RealFaces reference, int people) {
        var random = new SplittableRandom(settings.seed());
        var candidates = targets.stream().map(reference::near).toList();
        return IntStream.range(0, people)
                .mapToObj(person -> {
                    List<Prediction> row = new ArrayList<>();
                    candidates.forEach(each ->
                            row.add(each.isEmpty() ? PredictionRows.NONE : each.get(random.nextInt(each.size()))));
                    return row;
                })
                .toList();
    }
}
