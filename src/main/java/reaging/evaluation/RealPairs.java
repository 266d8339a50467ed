package reaging.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import reaging.data.AgeGroup;
import reaging.data.folders.PersonPhotos;
import reaging.evaluation.predictions.FaceImages;
import reaging.evaluation.predictions.PredictionRows;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.RecordFile;
import reaging.evaluation.predictions.Strangers;
import reaging.networks.Evaluators;
import reaging.networks.Prediction;
import reaging.savedmodel.ReAger;

/**
 * Compares outputs with the real photo of the same person at the target age.
 *
 * @param gaps results by the number of groups between the two photos
 * @param total results over all pairs
 */
public record RealPairs(Map<Integer, Likeness> gaps, Likeness total) {
    private static final int MOST_OF_A_PHOTO = 3;

    /**
     * The mean identity with the real photo at the target age, 0 for the mean pair of different people, 1 for the same picture.
     *
     * @param pairs number of pairs
     * @param output identity of the model's output at the photo's age
     * @param input identity of the unchanged input
     * @param stranger identity of somebody else's photo in the same age group
     */
    public record Likeness(int pairs, double output, double input, double stranger) {}

    /** Two photos of a person, as positions among the judged faces; the stranger is -1 if there is none of that age. */
    record Pair(int from, int to, int stranger) {}

    /** The likenesses of a pair. */
    private record PairLikeness(int gap, double output, double input, double stranger) {}

    /** Draws random pairs: each photo with up to three of the same person in other age groups. */
    static List<Pair> pairs(PersonPhotos photos, RealFaces faces, long seed) {
        var random = new SplittableRandom(seed);
        List<Pair> pairs = new ArrayList<>();
        for (int from = 0; from < faces.size(); from++) {
            var person = photos.person(faces.indices().get(from));
            List<Integer> others = new ArrayList<>();
            for (int to = 0; to < faces.size(); to++) {
                if (photos.person(faces.indices().get(to)).equals(person) && group(faces, to) != group(faces, from)) {
                    others.add(to);
                }
            }
            for (int i = 0; i < MOST_OF_A_PHOTO && !others.isEmpty(); i++) {
                int to = others.remove(random.nextInt(others.size()));
                pairs.add(new Pair(from, to, stranger(photos, faces, person, to, random)));
            }
        }
        return pairs;
    }

    private static AgeGroup group(RealFaces faces, int position) {
        return AgeGroup.of(faces.ages().get(position));
    }

    private static int stranger(PersonPhotos photos, RealFaces faces, String person, int to, SplittableRandom random) {
        var strangers = faces.of(group(faces, to)).stream()
                .filter(other -> !photos.person(faces.indices().get(other)).equals(person))
                .toList();
        return strangers.isEmpty() ? -1 : strangers.get(random.nextInt(strangers.size()));
    }

    /** Re-ages the first photo of each pair to the second's age and judges the output, with a row of numbers for each. */
    static void reAge(
            List<Pair> pairs,
            RealFaces faces,
            FaceImages images,
            ReAger model,
            Evaluators evaluators,
            RecordFile records) {
        for (int i = records.size(); i < pairs.size(); i++) {
            var face = images.read(faces.indices().get(pairs.get(i).from()));
            double age = faces.ages().get(pairs.get(i).to());
            var output = face.at(model, age);
            var row = new float[PredictionRows.WIDTH];
            PredictionRows.put(PredictionRows.by(evaluators, output).get(0), row, 0);
            records.append(row);
        }
    }

    /** Compares the outputs with the second photo of each pair. */
    static RealPairs of(List<Pair> pairs, RealFaces faces, List<Prediction> outputs, Strangers strangers) {
        List<PairLikeness> all = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            var real = faces.predictions().get(pair.to());
            int gap = Math.abs(
                    group(faces, pair.from()).index() - group(faces, pair.to()).index());
            all.add(new PairLikeness(
                    gap,
                    strangers.identity(outputs.get(i), real),
                    strangers.identity(faces.predictions().get(pair.from()), real),
                    pair.stranger() < 0
                            ? Double.NaN
                            : strangers.identity(faces.predictions().get(pair.stranger()), real)));
        }
        Map<Integer, Likeness> gaps = new TreeMap<>();
        all.stream()
                .map(PairLikeness::gap)
                .distinct()
                .forEach(gap -> gaps.put(
                        gap,
                        likeness(all.stream().filter(each -> each.gap() == gap).toList())));
        return new RealPairs(gaps, likeness(all));
    }

    private static Likeness likeness(List<PairLikeness> all) {
        return new Likeness(
                all.size(),
                mean(all, PairLikeness::output),
                mean(all, PairLikeness::input),
                mean(all, PairLikeness::stranger));
    }

    private static double mean(List<PairLikeness> all, ToDoubleFunction<PairLikeness> value) {
        return all.stream()
                .mapToDouble(value)
                .filter(each -> !Double.isNaN(each))
                .average()
                .orElse(Double.NaN);
    }
}
