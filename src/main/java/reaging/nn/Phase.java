package reaging.nn;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.op.Op;

/** Whose statistics a batch norm normalises with, handed down from the network's {@code apply}. */
public final class Phase {
    /** The running statistics. */
    public static final Phase INFERENCE = new Phase();

    /** The batch's own; the running statistics stay as they are. */
    public static final Phase TRAINING = new Phase();

    private final List<Op> updates = new ArrayList<>();

    private Phase() {}

    /** The batch's own; {@link #updates} move the running statistics towards them. */
    public static Phase updating() {
        return new Phase();
    }

    /** The ops that move running statistics; they have to be run. */
    public List<Op> updates() {
        return List.copyOf(updates);
    }

    void update(Op op) {
        updates.add(op);
    }

    boolean movesStatistics() {
        return this != TRAINING && this != INFERENCE;
    }
}
