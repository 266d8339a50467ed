package reaging.evaluation.truth;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import reaging.data.AgeGroup;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.Pictures;
import reaging.savedmodel.ReAger;

/**
 * The comparison of a model with the truth: synthetic people who can be drawn at every age. Each person is re-aged to the ten
 * groups' centres; the unchanged input is measured too, since a model that does nothing must not look good.
 *
 * @param people number of people
 * @param groups errors by target group
 * @param gaps errors by the number of groups between a person's own and the target; for 0 the input is nearly true
 * @param far errors where that number is at least {@value #FAR}, so that the input is far from true
 * @param factors errors by what changes with age, where that alone changes the drawing
 * @param total errors over all groups
 * @param confusion which age and which person the outputs resemble most
 */
public record GroundTruth(
        int people,
        Map<AgeGroup, Errors> groups,
        Map<Integer, Errors> gaps,
        Errors far,
        Map<Factor, Errors> factors,
        Errors total,
        Confusion confusion) {
    /** Number of groups from which a target is far from a person's own: half of all (our choice). */
    public static final int FAR = 5;

    /**
     * The mean absolute differences in 1/255 of the colour range.
     *
     * @param output between the model's output and the true drawing, inside the input's mask, where the model draws
     * @param input between the unchanged input and the true drawing, inside the input's mask
     * @param background between the output and the input, outside the input's mask
     */
    public record Errors(double output, double input, double background) {}

    /**
     * Measures a model.
     *
     * @param people people of the model's image size, not used in its training
     * @param progress receives the number of people done so far
     */
    public static GroundTruth measure(ReAger model, SyntheticFaces people, IntConsumer progress) {
        var sums = new Table(people);
        for (int person = 0; person < people.size(); person++) {
            sums.add(model, person);
            progress.accept(person + 1);
        }
        return sums.truth();
    }

    /** Measures only the errors over all groups, in a fifth of the time. */
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

    /** Accumulates differences. */
    private static final class Sums {
        /** Minimum change of a pixel, out of 2, that counts as changed by a factor; less is smoothing along edges. */
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
