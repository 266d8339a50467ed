package reaging.training;

import java.util.Optional;
import java.util.function.Consumer;
import reaging.run.Checkpoints;

/** Decides where a run starts, which checkpoints it writes, and where it returns to when training diverges. */
final class Recovery {
    private static final int MOST_RECOVERIES = 3;

    private final TrainingSession training;
    private final Checkpoints checkpoints;
    private final String faces;
    private final Consumer<String> notices;
    private long wentBackTo = -1; // step; -1: never

    /** Creates the recovery of a training; {@code faces} is the fingerprint of its faces. */
    Recovery(TrainingSession training, Checkpoints checkpoints, String faces, Consumer<String> notices) {
        this.training = training;
        this.checkpoints = checkpoints;
        this.faces = faces;
        this.notices = notices;
    }

    /** Restores the newest checkpoint, or initial values if there is none. */
    void begin() {
        var latest = checkpoints.latest();
        if (latest.isEmpty() && checkpoints.any()) {
            throw new IllegalStateException(
                    "resuming a run needs an intact checkpoint but all are damaged;" + " start another run");
        }
        latest.ifPresentOrElse(training::restore, training::restart);
        var state = training.state();
        if (state.faces() != null && !state.faces().equals(faces)) {
            notices.accept("the data differs from what the run started with (" + state.faces() + " then, " + faces
                    + " now): it continues, but not bit for bit");
        }
        training.note(state.withFaces(faces));
    }

    /**
     * Writes a checkpoint, unless a variable holds a value that is not finite, which would make it useless to return to.
     *
     * @return what is wrong, if anything
     */
    Optional<String> save() {
        var damaged = training.damagedVariable();
        if (damaged.isEmpty()) {
            training.save(checkpoints);
        }
        return damaged.map(name -> "variables must be finite but " + name + " is not");
    }

    /**
     * Returns to the newest checkpoint and halves the learning rate; if training already returned to it and diverged again, to
     * the one before. The number of returns is part of the checkpoints from now on.
     *
     * @throws IllegalStateException if three returns did not help
     */
    void goBack(String trouble) {
        var state = training.state();
        if (state.recoveries() >= MOST_RECOVERIES) {
            throw new IllegalStateException(trouble + " at step " + state.step() + ", after " + MOST_RECOVERIES
                    + " returns to a checkpoint, each with half the learning rate; its checkpoints are kept:"
                    + " train again with a lower learning rate");
        }
        checkpoints
                .latest()
                .filter(latest -> latest.state().step() == wentBackTo)
                .ifPresent(checkpoints::discard);
        begin();
        training.note(training.state().withRecoveries(state.recoveries() + 1));
        wentBackTo = training.state().step();
        var evaluated = checkpoints.latest().flatMap(Checkpoints.Checkpoint::evaluated);
        training.save(checkpoints);
        evaluated.ifPresent(checkpoints::note);
    }
}
