package reaging.nn;

import java.util.Objects;

/**
 * How a training session computes, as far as it shows in the numbers.
 *
 * @param reproducibility whether a run that is done again gives the same bits
 */
public record Computing(Reproducibility reproducibility) {
    /** What is done unless somebody asks for something else. */
    public static final Computing USUAL = new Computing(Reproducibility.USUAL);

    public Computing {
        // Runs from before there was a choice name none.
        reproducibility = Objects.requireNonNullElse(reproducibility, Reproducibility.USUAL);
    }
}
