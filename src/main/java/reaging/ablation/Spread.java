package reaging.ablation;

import java.util.List;

/**
 * What several runs of one kind found.
 *
 * @param mean of the values
 * @param deviation of the runs, estimated from the sample (divided by n - 1); NaN for a single one
 * @param values in the order of the seeds
 */
public record Spread(double mean, double deviation, List<Double> values) {

    /** The mean and standard deviation of some values. */
    static Spread of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = values.size() > 1 ? Math.sqrt(squares / (values.size() - 1)) : Double.NaN;
        return new Spread(mean, deviation, List.copyOf(values));
    }
}
