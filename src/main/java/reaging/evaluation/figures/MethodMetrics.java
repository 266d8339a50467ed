package reaging.evaluation.figures;

import java.util.List;
import java.util.Map;
import reaging.data.AgeGroup;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.networks.Prediction;

/**
 * The figures of one method.
 *
 * @param groups figures by target group
 * @param gaps figures by the number of groups between a person's own and the target, without distances between sets
 * @param far figures over all outputs that are {@link Output#FAR} groups or more away, without distances between sets
 * @param total figures over all outputs; KID and Frechet distance are the means over the groups
 * @param order whether estimates follow the order of the targets
 */
public record MethodMetrics(Map<AgeGroup, Row> groups, Map<Integer, Row> gaps, Row far, Row total, Order order) {

    /**
     * The order of estimates, as means over people.
     *
     * @param spearman rank correlation of estimated and target age
     * @param rising share of steps between adjacent targets at which the estimate rises
     * @param neverFalls share of people whose estimate never falls
     */
    public record Order(double spearman, double rising, double neverFalls) {}

    /**
     * Computes the figures.
     *
     * @param inputs predictions for the unchanged people
     * @param ages their ages in years
     * @param reference real images, whose mean estimates are the targets and with which sets are compared
     */
    public static MethodMetrics of(
            Method method,
            List<Prediction> inputs,
            List<Double> ages,
            RealFaces reference,
            Strangers strangers,
            long seed) {
        return new Counting(method, inputs, ages, reference, strangers, seed).figures();
    }
}
