package reaging.evaluation;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reaging.data.Split;
import reaging.data.folders.PersonPhotos;
import reaging.evaluation.figures.Calibration;
import reaging.evaluation.predictions.ChosenFaces;
import reaging.evaluation.predictions.FaceImages;
import reaging.evaluation.predictions.PredictionCache;
import reaging.evaluation.predictions.PredictionRows;
import reaging.evaluation.predictions.ReAgedPerson;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.RecordFile;
import reaging.evaluation.predictions.Strangers;
import reaging.evaluation.predictions.Subjects;
import reaging.evaluation.predictions.UnmaskedPerson;
import reaging.evaluation.truth.GroundTruth;
import reaging.networks.Evaluators;
import reaging.savedmodel.ReAger;

/** An evaluation of one model on photos: judges real faces, re-ages people, judges the results, and reports. */
public final class Evaluation {
    private final String name;
    private final ReAger model;
    private final Split data;
    private final EvaluationSettings settings;
    private final Consumer<String> notices;
    private final PredictionCache cache;

    /** The result of an evaluation with its pictures. */
    public record Result(Report report, Gallery gallery) {}

    /**
     * Prepares an evaluation.
     *
     * @param name name of the model
     * @param data data set; people come from its held-out part, real faces to compare with from the other
     * @param notices receives a notice for each unreadable face
     */
    public Evaluation(
            String name,
            ReAger model,
            Split data,
            Evaluators evaluators,
            EvaluationSettings settings,
            Consumer<String> notices) {
        this.name = name;
        this.model = model;
        this.data = data;
        this.settings = settings;
        this.notices = notices;
        cache = new PredictionCache(evaluators, model.imageSize(), settings.folder());
    }

    /** Returns the number of steps that {@link #run} takes. */
    public int steps() {
        return data.heldOut().size()
                + cache.reference(data.training(), settings.seed()).size()
                + 2 * Math.min(settings.people(), data.heldOut().size());
    }

    /**
     * Runs the evaluation.
     *
     * @param notes what was not measured, and why; included in the report
     * @param truth comparison with the truth, for synthetic people
     * @param step called after each face
     */
    public Result run(List<String> notes, @Nullable GroundTruth truth, Runnable step) {
        var heldOut = new FaceImages(data.heldOut(), model.imageSize(), notices);
        var training = new FaceImages(data.training(), model.imageSize(), notices);
        int[] order = heldOut.readable(ChosenFaces.all(data.heldOut(), settings.seed()), Integer.MAX_VALUE);
        int[] compared = training.readable(cache.reference(data.training(), settings.seed()), Integer.MAX_VALUE);
        var inputs = cache.predict(data.heldOut(), heldOut, order, "held-out", step);
        var reference = cache.predict(data.training(), training, compared, "reference", step);
        var people = reAged(heldOut, inputs, "people", ReAgedPerson.WIDTH, ReAgedPerson::rows, step).stream()
                .map(ReAgedPerson::of)
                .toList();
        var unmasked = reAged(heldOut, inputs, "unmasked", UnmaskedPerson.WIDTH, UnmaskedPerson::rows, step).stream()
                .map(UnmaskedPerson::of)
                .toList();
        var strangers = Strangers.among(inputs.predictions(), samePerson(inputs), settings.seed());
        var auc = Strangers.auc(inputs.predictions(), samePerson(inputs), settings.seed());
        var subjects = truth == null
                ? Subjects.of(data.heldOut(), heldOut, inputs.indices().subList(0, people.size()))
                : null;
        var report = new ReportInputs(inputs, reference, people, unmasked, subjects, strangers, settings.seed())
                .report(
                        heading(notes),
                        Calibration.of(inputs, strangers, auc),
                        realPairs(heldOut, inputs, strangers),
                        truth,
                        data.heldOut());
        var drawing = new Gallery.Drawing(heldOut, model, inputs);
        return new Result(report, drawing.gallery(people.size(), report.worst()));
    }

    private Report.Heading heading(List<String> notes) {
        return new Report.Heading(
                name,
                data.heldOut().name(),
                model.imageSize(),
                cache.evaluators().names(),
                notes);
    }

    /** Re-ages people in one way. */
    @FunctionalInterface
    private interface Rows {
        /** Returns a row of numbers for each face. */
        List<float[]> of(List<FaceImages.Face> faces, double[] ages, ReAger model, Evaluators evaluators);
    }

    private List<float[]> reAged(
            FaceImages images, RealFaces inputs, String part, int width, Rows rows, Runnable step) {
        int count = Math.min(settings.people(), inputs.size());
        var records = RecordFile.open(
                settings.folder().resolve(part + ".cache"),
                cache.subject(data.heldOut()) + " " + settings.version() + " " + settings.seed() + " " + width,
                width);
        for (int from = Math.min(records.size(), count); from < count; from = records.size()) {
            int[] batch = IntStream.range(from, Math.min(count, from + settings.batch()))
                    .toArray();
            var faces = IntStream.of(batch)
                    .mapToObj(person -> images.read(inputs.indices().get(person)))
                    .toList();
            double[] ages = IntStream.of(batch).mapToDouble(inputs.ages()::get).toArray();
            for (float[] row : rows.of(faces, ages, model, cache.evaluators())) {
                records.append(row);
                step.run();
            }
        }
        return IntStream.range(0, count).mapToObj(records::row).toList();
    }

    private Strangers.SamePerson samePerson(RealFaces faces) {
        return data.heldOut() instanceof PersonPhotos photos
                ? (one, other) -> photos.person(faces.indices().get(one))
                        .equals(photos.person(faces.indices().get(other)))
                : Strangers.SamePerson.NEVER;
    }

    /** Compares with real photos if the data identifies people and an evaluator can compare identities. */
    private @Nullable RealPairs realPairs(FaceImages images, RealFaces inputs, Strangers strangers) {
        if (!(data.heldOut() instanceof PersonPhotos photos)
                || !cache.evaluators().predictsIdentity()) {
            return null;
        }
        var pairs = RealPairs.pairs(photos, inputs, settings.seed());
        var records = RecordFile.open(
                settings.folder().resolve("pairs.cache"),
                cache.subject(data.heldOut()) + " " + settings.version() + " " + settings.seed() + " " + pairs.size(),
                PredictionRows.WIDTH);
        RealPairs.reAge(pairs, inputs, images, model, cache.evaluators(), records);
        return RealPairs.of(
                pairs,
                inputs,
                IntStream.range(0, pairs.size())
                        .mapToObj(i -> PredictionRows.get(records.row(i), 0))
                        .toList(),
                strangers);
    }
}
