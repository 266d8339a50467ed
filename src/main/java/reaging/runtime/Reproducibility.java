package reaging.runtime;

/** Whether a run that is done again gives the same bits. */
public enum Reproducibility {
    /** As fast as it goes: sums are split over as many threads as there are cores. */
    USUAL,
    /**
     * The same bits on CPUs of one kind, however many cores are there and whatever else runs: every op sums on one thread, in
     * one order, and the graph runs as it was built. Ops that do not depend on each other still run side by side.
     *
     * <p>TensorFlow takes the number of threads from the first session of a process for all of them, unless the environment
     * has {@code TF_OVERRIDE_GLOBAL_THREADPOOL=true}. The launcher sets it; other programs have to.
     */
    DETERMINISTIC
}
