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
 * @param groups by target group
 * @param gaps by the number of groups between a person's own and the target; without distances between sets
 * @param far over all outputs that are {@link Output#FAR} groups or more away; without distances between sets
 * @param total over all outputs; KID and Frechet distance are the means of the groups'
 * @param order whether estimates follow the targets
 */
public record MethodMetrics(Map<AgeGroup, Row> groups, Map<Integer, Row> gaps, Row far, Row total, Order order) {

    /**
     * Means over people.
     *
     * @param spearman of estimated against target age
     * @param rising share of steps between neighbouring targets at which the estimate rises
     * @param neverFalls share of people whose estimate falls at no step
     */
    public record Order(double spearman, double rising, double neverFalls) {}

    /**
     * Works out the figures.
     *
     * @param inputs the people as they came in
     * @param ages theirs, in years
     * @param reference real images, whose mean estimates are the targets and which sets are compared with
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
