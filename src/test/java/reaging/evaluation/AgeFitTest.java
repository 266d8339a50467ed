package reaging.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reaging.data.AgeGroup;
import reaging.evaluation.figures.MethodMetrics;
import reaging.evaluation.figures.Row;
import reaging.model.AgeMix;

class AgeFitTest {
    private static final double[] REAL = {2, 5, 8, 13, 20, 28, 33, 40, 52, 65};

    /** What the model without a mix shows: 15-19 too old, 50-69 too young, the ends wrong where they have no neighbour. */
    private static final double[] SHOWN = {3, 5, 8, 13, 24, 28, 33, 40, 50, 60};

    private static Row row(double years, double error, double hcs) {
        double none = Double.NaN;
        return new Row(1, years, error, none, none, none, hcs, none, none, none, none);
    }

    /** Returns the figures of a group whose estimate is this and whose share has this size. */
    private interface Cost {
        Row of(int group, double years, double share);
    }

    /** Returns the figures of a model whose estimates are linear in the shares. */
    private static MethodMetrics measured(AgeMix mix, Cost cost) {
        Map<AgeGroup, Row> rows = new EnumMap<>(AgeGroup.class);
        for (var group : AgeGroup.values()) {
            double share = mix.shares().get(group.index());
            double own = SHOWN[group.index()];
            double years = own + Math.abs(share) * (SHOWN[mix.source(group.index())] - own);
            rows.put(group, cost.of(group.index(), years, Math.abs(share)));
        }
        return new MethodMetrics(rows, Map.of(), row(0, 0, 0), row(0, 0, 0), new MethodMetrics.Order(1, 1, 1));
    }

    private static AgeFit fit(Cost cost) {
        return new AgeFit(mix -> measured(mix, cost), group -> REAL[group.index()]);
    }

    /** Returns a fit in which larger shares of one group cost it HCS. */
    private static AgeFit fit(int dear, double bearable) {
        return fit((group, years, share) -> row(years, 1, group == dear && share > bearable ? 0.7 : 0.8));
    }

    private static double deviation(MethodMetrics metrics) {
        return AgeFit.deviation(metrics, group -> REAL[group.index()]);
    }

    @Test
    void eachGroupTakesFromTheNeighbourInWhoseDirectionItIsWrong() {
        var result = fit(-1, 0).choose();
        var expected = AgeMix.NONE.with(4, -4 / 11.0).with(8, 0.2);
        IntStream.range(0, AgeGroup.COUNT)
                .forEach(i -> assertEquals(
                        expected.shares().get(i), result.mix().shares().get(i), 1e-9, "share of group " + i));
        assertEquals(1.2, deviation(result.before()), 1e-9);
        assertEquals(0.6, deviation(result.after()), 1e-9);
    }

    @Test
    void aShareIsHalvedUntilItCostsNoHcs() {
        assertEquals(-2 / 11.0, fit(4, 0.2).choose().mix().shares().get(4), 1e-9);
        assertEquals(-1 / 11.0, fit(4, 0.1).choose().mix().shares().get(4), 1e-9);
        assertEquals(0, fit(4, 0).choose().mix().shares().get(4), "nothing is borne");
        assertEquals(0.2, fit(4, 0).choose().mix().shares().get(8), 1e-9, "another group is fitted all the same");
    }

    @Test
    void aShareMayCostNoAgeErrorEither() {
        var fit = fit((group, years, share) -> row(years, group == 8 && share > 0.14 ? 2 : 1, 0.8));
        assertEquals(0.125, fit.choose().mix().shares().get(8), 1e-9, "0.2 is too much, 0.1 is not, 0.15, 0.125");
    }

    @Test
    void noMixIsMeasuredTwice() {
        List<AgeMix> measured = new ArrayList<>();
        new AgeFit(
                        mix -> {
                            measured.add(mix);
                            return measured(mix, (group, years, share) -> row(REAL[group], 1, 0.8));
                        },
                        group -> REAL[group.index()])
                .choose();
        assertEquals(new HashSet<>(measured).size(), measured.size(), measured.toString());
        assertEquals(1, measured.size(), "there is nothing to set right");
    }

    @Test
    void aTargetIsApproachedInStepsWhereEstimatesAreNotLinear() {
        // Half of what a share should give.
        var fit = new AgeFit(
                mix -> measured(mix, (group, years, share) -> row((years + SHOWN[group]) / 2, 1, 0.8)),
                group -> REAL[group.index()]);
        assertEquals(0.3875, fit.choose().mix().shares().get(8), 1e-9, "0.2, then half of what is missing, five times");
    }
}
