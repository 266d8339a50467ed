package reaging.runtime;

import java.util.Objects;

/**
 * How a training session computes, as far as it shows in the numbers.
 *
 * @param precision of convolutions and matrix products
 * @param reproducibility whether a run that is done again gives the same bits
 */
public record Computing(Precision precision, Reproducibility reproducibility) {
    /** What is done unless somebody asks for something else. */
    public static final Computing USUAL = new Computing(Precision.FLOAT32, Reproducibility.USUAL);

    public Computing {
        // Runs from before there was a choice name none.
        precision = Objects.requireNonNullElse(precision, Precision.FLOAT32);
        reproducibility = Objects.requireNonNullElse(reproducibility, Reproducibility.USUAL);
    }

    /** The same in other numbers. */
    public Computing withPrecision(Precision other) {
        return new Computing(other, reproducibility);
    }

    /** The same with another promise about bits. */
    public Computing withReproducibility(Reproducibility other) {
        return new Computing(precision, other);
    }
}
