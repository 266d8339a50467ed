package reaging.training;

import java.util.Map;
import reaging.run.Metrics;

/**
 * What a step gives as numbers.
 *
 * @param losses the terms of both losses
 * @param diversity how unlike each other the faces are that the generator makes, see {@link Diversity}
 * @param finite the share of steps whose gradients were all numbers
 */
record Measured(Metrics losses, double diversity, double finite) {
    /** No step yet. */
    static final Measured ZERO = new Measured(Metrics.ZERO, 0, 0);

    static Measured of(Map<Quantity, Double> values) {
        return new Measured(
                new Metrics(
                        values.get(Quantity.REAL),
                        values.get(Quantity.FAKE),
                        values.get(Quantity.R1),
                        values.get(Quantity.ADVERSARIAL),
                        values.get(Quantity.RECONSTRUCTION),
                        values.get(Quantity.CYCLE),
                        values.getOrDefault(Quantity.IDENTITY, 0.0)),
                values.get(Quantity.DIVERSITY),
                values.getOrDefault(Quantity.FINITE, 1.0));
    }

    Measured plus(Measured other) {
        return new Measured(losses.plus(other.losses), diversity + other.diversity, finite + other.finite);
    }

    Measured over(long count) {
        return new Measured(losses.over(count), diversity / count, finite / count);
    }

    /** Whether a gradient was no number, so that nothing moved. */
    boolean overflowed() {
        return finite < 1;
    }
}
