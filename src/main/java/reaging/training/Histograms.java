package reaging.training;

/** Whether TensorBoard gets histograms of the variables. */
public enum Histograms {
    NONE,
    /** At every snapshot, of every trained variable; large networks make large event files. */
    AT_SNAPSHOTS
}
