package reaging.training;

/** A worker of a cluster does not answer any more, so that its micro-batches are missing and training ends. */
public final class WorkerLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says so.
     *
     * @param step the last one that is whole
     * @param culprit the worker, as far as it is known
     */
    WorkerLost(long step, String culprit, RuntimeException reason) {
        super(
                "all workers of a cluster must answer but one does not since step " + step + " (" + culprit + ")",
                reason);
    }
}
