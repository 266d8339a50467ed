package reaging.training;

import java.util.Optional;
import java.util.function.Consumer;
import reaging.run.Checkpoints;

/** Where a run begins, what it keeps, and where it goes back to when training goes wrong. */
final class Recovery {
    private static final int MOST_RECOVERIES = 3;

    private final TrainingSession training;
    private final Checkpoints checkpoints;
    private final String faces;
    private final Consumer<String> notices;
    private long wentBackTo = -1; // step; -1: not yet

    /** @param faces their fingerprint */
    Recovery(TrainingSession training, Checkpoints checkpoints, String faces, Consumer<String> notices) {
        this.training = training;
        this.checkpoints = checkpoints;
        this.faces = faces;
        this.notices = notices;
    }

    /** Takes the newest checkpoint, or first values where there is none. */
    void begin() {
        var latest = checkpoints.latest();
        if (latest.isEmpty() && checkpoints.any()) {
            throw new IllegalStateException(
                    "one of a run's checkpoints must be whole to go on but all are damaged;" + " start another run");
        }
        latest.ifPresentOrElse(training::restore, training::restart);
        var state = training.state();
        if (state.faces() != null && !state.faces().equals(faces)) {
            notices.accept("the data are not those that the run began with (" + state.faces() + " then, " + faces
                    + " now): it goes on, but not to the same bits");
        }
        training.note(state.withFaces(faces));
    }

    /**
     * Writes a checkpoint, unless a variable holds a value that is no number: that would be none to go back to.
     *
     * @return what is wrong, if anything is
     */
    Optional<String> save() {
        var damaged = training.damagedVariable();
        if (damaged.isEmpty()) {
            training.save(checkpoints);
        }
        return damaged.map(name -> "variables must hold numbers but " + name + " does not");
    }

    /**
     * Goes back to the newest checkpoint, from which training goes on with half the learning rate; to the one before it if
     * training was there already and the trouble came again. That it did is part of the checkpoint from now on.
     *
     * @throws IllegalStateException if that did not help three times
     */
    void goBack(String trouble) {
        var state = training.state();
        if (state.recoveries() >= MOST_RECOVERIES) {
            throw new IllegalStateException(trouble + " at step " + state.step() + ", after " + MOST_RECOVERIES
                    + " returns to a checkpoint, each with half the learning rate; its checkpoints are untouched:"
                    + " train anew with a lower learning rate");
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
