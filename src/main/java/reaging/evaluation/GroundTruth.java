package reaging.evaluation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import reaging.data.AgeGroup;
import reaging.data.Pictures;
import reaging.data.SyntheticFaces;
import reaging.savedmodel.ReAger;

/**
 * A model against the truth: synthetic people whose drawing at every age exists. Each person is re-aged to the ten groups'
 * centres; the untouched input stands beside the output, for a model that does nothing must not look good.
 *
 * @param people how many
 * @param groups by target group
 * @param gaps by the number of groups between a person's own and the target; the input is nearly true where it is 0
 * @param total over all groups
 */
public record GroundTruth(int people, Map<AgeGroup, Errors> groups, Map<Integer, Errors> gaps, Errors total) {

    /**
     * Mean absolute differences in 1/255 of the colour range.
     *
     * @param output between the model's output and the true drawing, inside the input's mask: where the model draws
     * @param input between the untouched input and the true drawing, there too
     * @param background between the output and the input, outside the input's mask
     */
    public record Errors(double output, double input, double background) {}

    /**
     * Measures a model.
     *
     * @param people of the model's image size, which it was not trained on
     * @param progress is told how many people are done
     */
    public static GroundTruth measure(ReAger model, SyntheticFaces people, IntConsumer progress) {
        var sums = new Table();
        var reAging = new ReAging(model);
        for (int person = 0; person < people.size(); person++) {
            sums.add(reAging, people, person);
            progress.accept(person + 1);
        }
        return sums.truth(people.size());
    }

    /** The sums of all rows of the report. */
    private static final class Table {
        private final Map<AgeGroup, Sums> groups = new EnumMap<>(AgeGroup.class);
        private final Map<Integer, Sums> gaps = new TreeMap<>();
        private final Sums total = new Sums();

        void add(ReAging model, SyntheticFaces people, int person) {
            var drawing = people.draw(person);
            int own = AgeGroup.of(people.age(person)).index();
            float[][][] input = Pictures.pixels(drawing.image());
            float[][][] mask = Pictures.weights(drawing.mask());
            var outputs = model.lifespan(input, mask);
            for (var group : AgeGroup.values()) {
                var truth = people.draw(person, group.centre());
                var sum = new Sums();
                sum.add(input, mask, outputs.get(group.index()), Pictures.pixels(truth.image()));
                groups.computeIfAbsent(group, key -> new Sums()).add(sum);
                gaps.computeIfAbsent(Math.abs(group.index() - own), key -> new Sums())
                        .add(sum);
                total.add(sum);
            }
        }

        GroundTruth truth(int people) {
            Map<AgeGroup, Errors> groupErrors = new EnumMap<>(AgeGroup.class);
            groups.forEach((group, sum) -> groupErrors.put(group, sum.errors()));
            Map<Integer, Errors> gapErrors = new TreeMap<>();
            gaps.forEach((gap, sum) -> gapErrors.put(gap, sum.errors()));
            return new GroundTruth(people, groupErrors, gapErrors, total.errors());
        }
    }

    /** Differences so far, each with the number of colour values that it was summed over. */
    private static final class Sums {
        private double output;
        private double input;
        private long faceValues;
        private double background;
        private long backgroundValues;

        void add(float[][][] in, float[][][] mask, float[][][] out, float[][][] truth) {
            for (int y = 0; y < in.length; y++) {
                for (int x = 0; x < in.length; x++) {
                    if (mask[y][x][0] == 0) {
                        background += difference(out[y][x], in[y][x]);
                        backgroundValues += 3;
                    } else {
                        output += difference(out[y][x], truth[y][x]);
                        input += difference(in[y][x], truth[y][x]);
                        faceValues += 3;
                    }
                }
            }
        }

        void add(Sums other) {
            output += other.output;
            input += other.input;
            faceValues += other.faceValues;
            background += other.background;
            backgroundValues += other.backgroundValues;
        }

        /** In 1/255: the colour range -1 to 1 is 255 levels wide. */
        Errors errors() {
            return new Errors(
                    127.5 * output / faceValues, 127.5 * input / faceValues, 127.5 * background / backgroundValues);
        }

        private static double difference(float[] a, float[] b) {
            double sum = 0;
            for (int channel = 0; channel < 3; channel++) {
                sum += Math.abs(a[channel] - b[channel]);
            }
            return sum;
        }
    }
}
