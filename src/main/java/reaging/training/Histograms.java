package reaging.training;

/** When to write histograms of the variables for TensorBoard. */
public enum Histograms {
    NONE,
    /** Writes them at every snapshot for every trained variable; large networks make large event files. */
    AT_SNAPSHOTS
}
