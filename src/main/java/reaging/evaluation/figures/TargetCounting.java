package reaging.evaluation.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reaging.data.AgeGroup;
import reaging.evaluation.measures.Hcs;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.networks.Prediction;

/** Computes the figures of methods at given target ages. */
public record TargetCounting(List<Double> targets, List<Prediction> inputs, RealFaces reference, Strangers strangers) {
    /** The figures of one output. */
    private record Output(double years, double difference, double error, double cosine, double identity) {}

    /**
     * Computes the figures of one method.
     *
     * @param outputs predictions at all targets for each person
     */
    public TargetMetrics figures(List<List<Prediction>> outputs) {
        Map<String, TargetRow> rows = new LinkedHashMap<>();
        List<Output> all = new ArrayList<>();
        for (int target = 0; target < targets.size(); target++) {
            var here = outputs(outputs, target);
            rows.put(AgeGroup.text(targets.get(target)), row(here));
            all.addAll(here);
        }
        return new TargetMetrics(rows, row(all));
    }

    private List<Output> outputs(List<List<Prediction>> outputs, int target) {
        double years = targets.get(target);
        double real = reference.meanYearsNear(years);
        List<Output> here = new ArrayList<>();
        for (int person = 0; person < inputs.size(); person++) {
            var seen = outputs.get(person).get(target);
            here.add(new Output(
                    seen.years(),
                    Math.abs(seen.years() - years),
                    Math.abs(seen.years() - real),
                    Strangers.cosine(inputs.get(person), seen),
                    strangers.identity(inputs.get(person), seen)));
        }
        return here;
    }

    private static TargetRow row(List<Output> outputs) {
        double difference = Counting.mean(outputs, Output::difference);
        double cosine = Counting.mean(outputs, Output::cosine);
        double identity = Counting.mean(outputs, Output::identity);
        return new TargetRow(
                outputs.size(),
                Counting.mean(outputs, Output::years),
                difference,
                Counting.mean(outputs, Output::error),
                cosine,
                identity,
                hcs(difference, identity),
                hcs(difference, cosine));
    }

    private static double hcs(double difference, double identity) {
        return Double.isNaN(difference + identity) ? Double.NaN : Hcs.of(difference, identity);
    }
}
