package reaging.training;

import reaging.losses.FaceDescriptor;
import reaging.run.Checkpoints;
import reaging.runtime.Devices;

/**
 * The options of a run that do not change its result.
 *
 * @param devices devices to compute on
 * @param keptCheckpoints number of newest checkpoints to keep besides the best
 * @param checks checks that stop a diverging training
 * @param histograms histograms for TensorBoard
 * @param evaluations evaluations of the averaged generator
 * @param descriptor network of the identity loss, for a run that has it
 */
public record ExecutionOptions(
        Devices devices,
        int keptCheckpoints,
        DivergenceChecks checks,
        Histograms histograms,
        EvaluationPlan evaluations,
        FaceDescriptor descriptor) {
    /** The default options. */
    public static final ExecutionOptions USUAL = new ExecutionOptions(
            Devices.AUTO,
            Checkpoints.KEPT,
            DivergenceChecks.ALL,
            Histograms.NONE,
            EvaluationPlan.NEVER,
            FaceDescriptor.NONE);

    public ExecutionOptions {
        if (keptCheckpoints < 1) {
            throw new IllegalArgumentException("at least 1 checkpoint must be kept but the number is " + keptCheckpoints
                    + "; try " + Checkpoints.KEPT);
        }
    }

    /** Returns these options with other evaluations. */
    public ExecutionOptions withEvaluations(EvaluationPlan other) {
        return new ExecutionOptions(devices, keptCheckpoints, checks, histograms, other, descriptor);
    }

    /** Returns these options with a network for the identity loss. */
    public ExecutionOptions withDescriptor(FaceDescriptor other) {
        return new ExecutionOptions(devices, keptCheckpoints, checks, histograms, evaluations, other);
    }
}
