package reaging.ablation;

import java.util.List;

/**
 * The values measured in several runs of a variant.
 *
 * @param mean mean of the values
 * @param deviation sample standard deviation (divided by n - 1); NaN for a single run
 * @param values values in the order of the seeds
 */
public record Spread(double mean, double deviation, List<Double> values) {

    /** Computes the mean and standard deviation of some values. */
    static Spread of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = values.size() > 1 ? Math.sqrt(squares / (values.size() - 1)) : Double.NaN;
        return new Spread(mean, deviation, List.copyOf(values));
    }
}
