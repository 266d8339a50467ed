package reaging.runtime;

import java.util.Objects;

/**
 * How a training session computes, as far as it affects the results.
 *
 * @param precision precision of convolutions and matrix products
 * @param reproducibility whether repeating a run gives the same bits
 */
public record Computing(Precision precision, Reproducibility reproducibility) {
    /** The default. */
    public static final Computing USUAL = new Computing(Precision.FLOAT32, Reproducibility.USUAL);

    public Computing {
        // Older runs lack this setting.
        precision = Objects.requireNonNullElse(precision, Precision.FLOAT32);
        reproducibility = Objects.requireNonNullElse(reproducibility, Reproducibility.USUAL);
    }

    /** Returns these settings with another precision. */
    public Computing withPrecision(Precision other) {
        return new Computing(other, reproducibility);
    }

    /** Returns these settings with another reproducibility. */
    public Computing withReproducibility(Reproducibility other) {
        return new Computing(precision, other);
    }
}
