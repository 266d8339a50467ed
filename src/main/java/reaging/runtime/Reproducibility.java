package reaging.runtime;

/** Whether repeating a run gives the same bits. */
public enum Reproducibility {
    /** Computes as fast as possible: sums are split over as many threads as there are cores. */
    USUAL,
    /**
     * Gives the same bits on CPUs of the same kind, whatever the number of cores and the load: every op sums on one thread in a fixed
     * order, and the graph runs as it was built. Independent ops still run in parallel.
     *
     * <p>TensorFlow uses the first session's number of threads for the whole process, unless the environment has
     * {@code TF_OVERRIDE_GLOBAL_THREADPOOL=true}. The launcher sets it; other programs must do so themselves.
     */
    DETERMINISTIC
}
