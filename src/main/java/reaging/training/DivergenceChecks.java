package reaging.training;

/** What ends a training that goes wrong. */
public enum DivergenceChecks {
    /** Losses that are no numbers, and the collapse of either network. */
    ALL,
    /** Losses that are no numbers. */
    NUMBERS
}
