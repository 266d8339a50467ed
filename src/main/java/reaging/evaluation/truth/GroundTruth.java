package reaging.evaluation.truth;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import reaging.data.AgeGroup;
import reaging.data.synthetic.SyntheticFaces;
import reaging.evaluation.report.Table;
import reaging.pictures.Pictures;
import reaging.savedmodel.ReAger;

/**
 * A model against the truth: synthetic people whose drawing at every age exists. Each person is re-aged to the ten groups'
 * centres; the untouched input stands beside the output, for a model that does nothing must not look good.
 *
 * @param people how many
 * @param groups by target group
 * @param gaps by the number of groups between a person's own and the target; the input is nearly true where it is 0
 * @param far where that number is at least {@value #FAR}: the input is no answer there
 * @param factors by what the years change, where that alone changes the drawing
 * @param total over all groups
 * @param confusion which age and which person the outputs look like most
 */
public record GroundTruth(
        int people,
        Map<AgeGroup, Errors> groups,
        Map<Integer, Errors> gaps,
        Errors far,
        Map<Factor, Errors> factors,
        Errors total,
        Confusion confusion) {
    /** Groups between a person's own and a target that is far away: half of all (our choice). */
    public static final int FAR = 5;

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
        var sums = new Table(people);
        for (int person = 0; person < people.size(); person++) {
            sums.add(model, person);
            progress.accept(person + 1);
        }
        return sums.truth();
    }

    /** The errors over all groups and nothing else, in a fifth of the time. */
    public static Errors total(ReAger model, SyntheticFaces people) {
        var sums = new Sums();
        for (int person = 0; person < people.size(); person++) {
            var drawn = TrueDrawings.of(people, person);
            var outputs = drawn.lifespan(model);
            for (var group : AgeGroup.values()) {
                sums.add(drawn, group, outputs.get(group.index()));
            }
        }
        return sums.errors();
    }

    /** The sums of all rows of the report. */
    private static final class Table {
        private final SyntheticFaces people;
        private final Map<AgeGroup, Sums> groups = new EnumMap<>(AgeGroup.class);
        private final Map<Integer, Sums> gaps = new TreeMap<>();
        private final Sums far = new Sums();
        private final Map<Factor, Sums> factors = new EnumMap<>(Factor.class);
        private final Sums total = new Sums();
        private final Confusion.Counting confusion;

        Table(SyntheticFaces people) {
            this.people = people;
            confusion = new Confusion.Counting(people);
        }

        void add(ReAger model, int person) {
            var drawn = TrueDrawings.of(people, person);
            int own = AgeGroup.of(people.age(person)).index();
            var outputs = drawn.lifespan(model);
            for (var group : AgeGroup.values()) {
                var output = outputs.get(group.index());
                groups.computeIfAbsent(group, key -> new Sums()).add(drawn, group, output);
                int gap = Math.abs(group.index() - own);
                gaps.computeIfAbsent(gap, key -> new Sums()).add(drawn, group, output);
                if (gap >= FAR) {
                    far.add(drawn, group, output);
                }
                total.add(drawn, group, output);
                for (var factor : Factor.values()) {
                    var alone = people.draw(person, factor.alone(people.age(person), group.centre()));
                    factors.computeIfAbsent(factor, key -> new Sums())
                            .addWhereDifferent(drawn, group, output, Pictures.pixels(alone.image()));
                }
            }
            confusion.add(person, drawn, outputs);
        }

        GroundTruth truth() {
            return new GroundTruth(
                    people.size(),
                    errors(groups),
                    errors(gaps),
                    far.errors(),
                    errors(factors),
                    total.errors(),
                    confusion.result());
        }

        private static <K> Map<K, Errors> errors(Map<K, Sums> sums) {
            Map<K, Errors> errors = new TreeMap<>();
            sums.forEach((key, sum) -> errors.put(key, sum.errors()));
            return errors;
        }
    }

    /** Differences so far. */
    private static final class Sums {
        /** A factor changes a pixel that it moves by more than this, of 2: less is smoothing along edges. */
        private static final float CHANGE = 12 / 127.5f;

        private final Difference output = new Difference();
        private final Difference input = new Difference();
        private final Difference background = new Difference();

        void add(TrueDrawings drawn, AgeGroup group, float[][][] out) {
            Difference.Part face = (y, x) -> drawn.mask()[y][x][0] > 0;
            output.add(out, drawn.truth(group), face);
            input.add(drawn.input(), drawn.truth(group), face);
            background.add(out, drawn.input(), (y, x) -> !face.contains(y, x));
        }

        void addWhereDifferent(TrueDrawings drawn, AgeGroup group, float[][][] out, float[][][] alone) {
            Difference.Part changed = (y, x) -> differs(alone[y][x], drawn.input()[y][x]);
            output.add(out, drawn.truth(group), changed);
            input.add(drawn.input(), drawn.truth(group), changed);
        }

        private static boolean differs(float[] a, float[] b) {
            return Math.abs(a[0] - b[0]) > CHANGE || Math.abs(a[1] - b[1]) > CHANGE || Math.abs(a[2] - b[2]) > CHANGE;
        }

        Errors errors() {
            return new Errors(output.mean(), input.mean(), background.mean());
        }
    }
}
