package reaging.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.FaceSet;
import reaging.evaluation.predictions.FaceImages;
import reaging.evaluation.predictions.PredictionCache;
import reaging.evaluation.predictions.PredictionRows;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.RecordFile;
import reaging.networks.Prediction;
import reaging.savedmodel.ReAger;

/** Re-ages people to given targets and judges the results, which are kept on disk. */
record TargetPeople(List<Double> targets, ReAger model, PredictionCache cache, EvaluationSettings settings) {
    /**
     * The results for one person.
     *
     * @param outputs predictions at each target
     * @param seconds duration of re-aging for each
     */
    record Person(List<Prediction> outputs, double seconds) {}

    /** Re-ages the first of the inputs. */
    List<Person> reAged(FaceSet set, FaceImages images, RealFaces inputs, Runnable step) {
        int count = Math.min(settings.people(), inputs.size());
        var records = RecordFile.open(
                settings.folder().resolve("targets.cache"),
                cache.subject(set) + " " + settings.version() + " " + settings.seed() + " " + targets,
                targets.size() * PredictionRows.WIDTH + 1);
        for (int person = records.size(); person < count; person++) {
            records.append(row(images.read(inputs.indices().get(person))));
            step.run();
        }
        return IntStream.range(0, count)
                .mapToObj(person -> person(records.row(person)))
                .toList();
    }

    private float[] row(FaceImages.Face face) {
        long began = System.nanoTime();
        var outputs =
                face.at(model, targets.stream().mapToDouble(Double::doubleValue).toArray());
        double seconds = (System.nanoTime() - began) / 1e9;
        var predictions = PredictionRows.by(cache.evaluators(), outputs);
        var row = new float[targets.size() * PredictionRows.WIDTH + 1];
        for (int target = 0; target < targets.size(); target++) {
            PredictionRows.put(predictions.get(target), row, target * PredictionRows.WIDTH);
        }
        row[row.length - 1] = (float) (seconds / targets.size());
        return row;
    }

    private Person person(float[] row) {
        List<Prediction> outputs = new ArrayList<>();
        for (int target = 0; target < targets.size(); target++) {
            outputs.add(PredictionRows.get(row, target * PredictionRows.WIDTH));
        }
        return new Person(outputs, row[row.length - 1]);
    }

    /** Returns the median time for one image, since the very first one takes longer. */
    static double medianSeconds(List<Person> people) {
        return people.stream()
                .map(Person::seconds)
                .sorted()
                .skip(people.size() / 2)
                .findFirst()
                .orElse(Double.NaN);
    }
}
