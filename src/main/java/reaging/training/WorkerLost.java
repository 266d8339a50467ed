package reaging.training;

/** A worker of a cluster does not answer any more, so that its micro-batches are missing and training ends. */
public final class WorkerLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param step the last one that is whole */
    WorkerLost(long step, RuntimeException reason) {
        super(
                "all workers of a cluster must answer but one does not since step " + step + " (" + first(reason) + ")",
                reason);
    }

    private static String first(RuntimeException reason) {
        return String.valueOf(reason.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
