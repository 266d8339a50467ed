package reaging.evaluation.figures;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.evaluation.measures.AgeOrder;
import reaging.evaluation.measures.FrechetDistance;
import reaging.evaluation.measures.Hcs;
import reaging.evaluation.measures.KernelDistance;
import reaging.evaluation.predictions.PredictionRows;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.networks.Prediction;

/** Computes the figures of one method. */
public record Counting(
        Method method,
        List<Prediction> inputs,
        List<Double> ages,
        RealFaces reference,
        Strangers strangers,
        long seed) {
    MethodMetrics figures() {
        var outputs = Output.of(method, inputs, ages, reference, strangers);
        Map<AgeGroup, Row> groups = new EnumMap<>(AgeGroup.class);
        for (var group : AgeGroup.values()) {
            groups.put(
                    group,
                    withDistances(
                            group,
                            outputs.stream()
                                    .filter(each -> each.target() == group)
                                    .toList()));
        }
        Map<Integer, Row> gaps = new TreeMap<>();
        outputs.stream()
                .map(Output::gap)
                .distinct()
                .sorted()
                .forEach(gap -> gaps.put(
                        gap,
                        row(outputs.stream().filter(each -> each.gap() == gap).toList())));
        var means = groups.values();
        return new MethodMetrics(
                groups,
                gaps,
                row(outputs.stream().filter(Output::far).toList()),
                withDistances(
                        row(outputs), mean(means, Row::kid), mean(means, Row::kidDeviation), mean(means, Row::frechet)),
                order());
    }

    /** Returns the means over some outputs, without distances between sets. */
    static Row row(List<Output> outputs) {
        double error = mean(outputs, Output::error);
        double identity = mean(outputs, Output::identity);
        return new Row(
                outputs.size(),
                mean(outputs, each -> each.seen().years()),
                error,
                mean(outputs, Output::cosine),
                identity,
                mean(outputs, Output::verified),
                Double.isNaN(error + identity) ? Double.NaN : Hcs.of(error, identity),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                mean(outputs, Output::background));
    }

    private Row withDistances(AgeGroup group, List<Output> outputs) {
        var features =
                PredictionRows.features(outputs.stream().map(Output::seen).toList());
        var real = PredictionRows.features(reference.predictionsOf(group));
        if (Math.min(features.length, real.length) < KernelDistance.FEWEST) {
            return row(outputs);
        }
        var kid = KernelDistance.between(features, real, seed);
        return withDistances(row(outputs), kid.mean(), kid.deviation(), FrechetDistance.between(features, real));
    }

    private static Row withDistances(Row row, double kid, double deviation, double frechet) {
        return new Row(
                row.images(),
                row.estimatedAge(),
                row.ageError(),
                row.cosine(),
                row.identity(),
                row.verified(),
                row.hcs(),
                kid,
                deviation,
                frechet,
                row.background());
    }

    private MethodMetrics.Order order() {
        double[] targets = AgeGroup.centres();
        var estimates = method.outputs().stream()
                .map(row -> row.stream().mapToDouble(Prediction::years).toArray())
                .toList();
        return new MethodMetrics.Order(
                mean(estimates, each -> judged(each) ? AgeOrder.spearman(targets, each) : Double.NaN),
                mean(estimates, each -> judged(each) ? AgeOrder.risingShare(each) : Double.NaN),
                mean(estimates, each -> judged(each) ? (AgeOrder.neverFalls(each) ? 1 : 0) : Double.NaN));
    }

    private static boolean judged(double[] estimates) {
        return IntStream.range(0, estimates.length).noneMatch(i -> Double.isNaN(estimates[i]));
    }

    /** Returns the mean of the values that are not NaN; NaN if there are none. */
    static <T> double mean(Collection<T> all, ToDoubleFunction<T> value) {
        return all.stream()
                .mapToDouble(value)
                .filter(each -> !Double.isNaN(each))
                .average()
                .orElse(Double.NaN);
    }
}
