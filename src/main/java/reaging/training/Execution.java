package reaging.training;

/**
 * What a person may choose for a run without changing its result.
 *
 * @param keptCheckpoints how many of the newest checkpoints are kept, beside the best
 */
public record Execution(int keptCheckpoints) {
    /** What is done unless somebody asks for something else. */
    public static final Execution USUAL = new Execution(Checkpoints.KEPT);

    public Execution {
        if (keptCheckpoints < 1) {
            throw new IllegalArgumentException("at least 1 checkpoint must be kept but " + keptCheckpoints
                    + " were asked for; try --keep " + Checkpoints.KEPT);
        }
    }
}
