package reaging.training;

/** The checks that stop a diverging training. */
public enum DivergenceChecks {
    /** Checks for NaN or infinite losses and for the collapse of either network. */
    ALL,
    /** Checks only for NaN or infinite losses. */
    NUMBERS
}
