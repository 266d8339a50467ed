package reaging.training;

import java.util.function.Function;
import reaging.run.Checkpoints;
import reaging.run.Score;

/**
 * When the averaged generator is evaluated while it is trained, and how.
 *
 * @param everyImages at the first snapshot after each multiple of this, and at the end
 * @param evaluate judges a checkpoint
 */
public record EvaluationPlan(long everyImages, Function<Checkpoints.Checkpoint, Score> evaluate) {
    /** No evaluations. */
    public static final EvaluationPlan NEVER = new EvaluationPlan(Long.MAX_VALUE, checkpoint -> {
        throw new IllegalStateException("no evaluation was planned");
    });

    public EvaluationPlan {
        if (everyImages < 1) {
            throw new IllegalArgumentException(
                    "images between evaluations must be 1 or more but are " + everyImages + "; try 100000");
        }
    }

    /** Whether there are any. */
    boolean wanted() {
        return everyImages < Long.MAX_VALUE;
    }

    /**
     * Whether a snapshot is one to evaluate. That follows from the images alone, so that it is the same after a pause.
     *
     * @param before images before the snapshot's step
     * @param images after it
     */
    boolean due(long before, long images, long snapshotImages) {
        return images / snapshotImages * snapshotImages / everyImages
                > before / snapshotImages * snapshotImages / everyImages;
    }
}
