package reaging.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.FaceSet;
import reaging.evaluation.judging.FaceImages;
import reaging.evaluation.judging.Judged;
import reaging.evaluation.judging.Judging;
import reaging.evaluation.judging.RealFaces;
import reaging.evaluation.judging.RecordFile;
import reaging.networks.Judgement;
import reaging.savedmodel.ReAger;

/** Re-ages people to given targets and judges the results; what was worked out is kept. */
record TargetPeople(List<Double> targets, ReAger model, Judging judging, EvaluationSettings settings) {
    /**
     * What became of one person.
     *
     * @param outputs what the evaluators see at each target
     * @param seconds of re-aging, for each
     */
    record Person(List<Judgement> outputs, double seconds) {}

    /** Takes the first of the inputs. */
    List<Person> reAged(FaceSet set, FaceImages images, RealFaces inputs, Runnable step) {
        int count = Math.min(settings.people(), inputs.size());
        var records = RecordFile.open(
                settings.folder().resolve("targets.cache"),
                judging.subject(set) + " " + settings.version() + " " + settings.seed() + " " + targets,
                targets.size() * Judged.WIDTH + 1);
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
        var judgements = Judged.by(judging.evaluators(), outputs);
        var row = new float[targets.size() * Judged.WIDTH + 1];
        for (int target = 0; target < targets.size(); target++) {
            Judged.put(judgements.get(target), row, target * Judged.WIDTH);
        }
        row[row.length - 1] = (float) (seconds / targets.size());
        return row;
    }

    private Person person(float[] row) {
        List<Judgement> outputs = new ArrayList<>();
        for (int target = 0; target < targets.size(); target++) {
            outputs.add(Judged.get(row, target * Judged.WIDTH));
        }
        return new Person(outputs, row[row.length - 1]);
    }

    /** For one image; the first of all takes longer than the others. */
    static double medianSeconds(List<Person> people) {
        return people.stream()
                .map(Person::seconds)
                .sorted()
                .skip(people.size() / 2)
                .findFirst()
                .orElse(Double.NaN);
    }
}
