package reaging.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import reaging.data.AgeGroup;
import reaging.evaluation.figures.MethodMetrics;
import reaging.evaluation.figures.Row;
import reaging.model.AgeMix;

/**
 * Chooses the {@link AgeMix} of a trained generator: each target whose faces look too old on average takes a share from the next
 * younger group, and one whose faces look too young from the next older, as far as this costs that target neither HCS nor age
 * error (our choice).
 */
public final class AgeFit {
    private static final List<AgeGroup> GROUPS = List.of(AgeGroup.values());
    private static final double LARGEST_SHARE = 0.5;
    private static final int ROUNDS = 5;

    /** The largest number of measurements that a choice takes: one before, one a round, and one after. */
    public static final int MEASUREMENTS = ROUNDS + 2;

    private final Function<AgeMix, MethodMetrics> measure;
    private final Map<AgeMix, MethodMetrics> known = new HashMap<>(); // a measurement takes minutes
    private final ToDoubleFunction<AgeGroup> real;

    /**
     * A mix and what it changes.
     *
     * @param before figures without it
     * @param after figures with it
     */
    public record Result(AgeMix mix, MethodMetrics before, MethodMetrics after) {}

    /**
     * Prepares a choice.
     *
     * @param measure measures the generator with a mix, always on the same people
     * @param real returns the mean estimate for real faces of a group in years
     */
    public AgeFit(Function<AgeMix, MethodMetrics> measure, ToDoubleFunction<AgeGroup> real) {
        this.measure = measure;
        this.real = real;
    }

    /** Chooses a mix, with at most {@link #MEASUREMENTS} measurements, none of them of a mix measured before. */
    public Result choose() {
        var before = measured(AgeMix.NONE);
        var searches = GROUPS.stream().map(group -> new Search(group, before)).toList();
        for (int round = 0; round < ROUNDS; round++) {
            var tried = mix(searches, Search::next);
            var after = measured(tried);
            searches.forEach(search -> search.judge(tried.shares().get(search.group.index()), after));
        }
        var chosen = mix(searches, search -> search.share);
        return new Result(chosen, before, measured(chosen));
    }

    private MethodMetrics measured(AgeMix mix) {
        return known.computeIfAbsent(mix, measure);
    }

    private static AgeMix mix(List<Search> searches, ToDoubleFunction<Search> share) {
        return new AgeMix(
                searches.stream().map(search -> share.applyAsDouble(search)).toList());
    }

    /** The search for the share of one target. */
    private final class Search {
        private final AgeGroup group;
        private final MethodMetrics before;
        private double share;
        private double deviation; // of the mean estimate with this share, in years
        private double pace = 1; // of the way that would be right if estimates were linear in the share

        Search(AgeGroup group, MethodMetrics before) {
            this.group = group;
            this.before = before;
            deviation = deviation(before);
        }

        private double deviation(MethodMetrics metrics) {
            return row(group, metrics).estimatedAge() - real.applyAsDouble(group);
        }

        /** Returns the share to try next. */
        double next() {
            double side = share == 0 ? -Math.signum(deviation) : Math.signum(share);
            int neighbour = group.index() + (int) side;
            if (neighbour < 0 || neighbour == GROUPS.size()) {
                return 0;
            }
            double away = row(GROUPS.get(neighbour), before).estimatedAge()
                    - row(group, before).estimatedAge();
            double more = pace * -deviation / away;
            // A neighbour on the wrong side of the estimates would lead away.
            return side * away <= 0 ? share : side * Math.min(Math.max(Math.abs(share) + more, 0), LARGEST_SHARE);
        }

        /** Keeps a share that was tried if it is better, or else tries less next time. */
        void judge(double tried, MethodMetrics after) {
            double now = deviation(after);
            var row = row(group, after);
            var first = row(group, before);
            if (Math.abs(now) < Math.abs(deviation) && row.hcs() >= first.hcs() && row.ageError() <= first.ageError()) {
                share = tried;
                deviation = now;
            } else {
                pace /= 2;
            }
        }
    }

    /**
     * Returns the mean deviation of the targets' mean estimates from those of real faces in years.
     *
     * @param real returns the mean estimate for real faces of a group in years
     */
    public static double deviation(MethodMetrics metrics, ToDoubleFunction<AgeGroup> real) {
        return GROUPS.stream()
                .mapToDouble(group -> Math.abs(row(group, metrics).estimatedAge() - real.applyAsDouble(group)))
                .average()
                .orElseThrow();
    }

    private static Row row(AgeGroup group, MethodMetrics metrics) {
        return Objects.requireNonNull(metrics.groups().get(group), "every group has figures");
    }
}
