package reaging.training;

/** Thrown when a worker of a cluster no longer answers, so that its micro-batches are missing and training ends. */
public final class WorkerLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param step last complete step
     * @param culprit the worker, as far as known
     */
    WorkerLost(long step, String culprit, RuntimeException reason) {
        super("all workers of a cluster must answer but one has not since step " + step + " (" + culprit + ")", reason);
    }
}
