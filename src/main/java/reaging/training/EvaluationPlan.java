package reaging.training;

import java.util.function.Function;
import reaging.run.Checkpoints;
import reaging.run.Score;

/**
 * The plan of when and how the averaged generator is evaluated during training.
 *
 * @param everyImages number of images; an evaluation follows at the first snapshot after each multiple, and at the end
 * @param evaluate evaluates a checkpoint
 */
public record EvaluationPlan(long everyImages, Function<Checkpoints.Checkpoint, Score> evaluate) {
    /** No evaluations. */
    public static final EvaluationPlan NEVER = new EvaluationPlan(Long.MAX_VALUE, checkpoint -> {
        throw new IllegalStateException("no evaluation was planned");
    });

    public EvaluationPlan {
        if (everyImages < 1) {
            throw new IllegalArgumentException("the number of images between evaluations must be 1 or more but is "
                    + everyImages + "; try 100000");
        }
    }

    /** Whether any evaluations are planned. */
    boolean wanted() {
        return everyImages < Long.MAX_VALUE;
    }

    /**
     * Whether to evaluate a snapshot. This depends only on the number of images, so that resuming does not change it.
     *
     * @param before images before the snapshot's step
     * @param images images after it
     */
    boolean due(long before, long images, long snapshotImages) {
        return images / snapshotImages * snapshotImages / everyImages
                > before / snapshotImages * snapshotImages / everyImages;
    }
}
