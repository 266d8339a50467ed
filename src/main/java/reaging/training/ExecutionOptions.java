package reaging.training;

import reaging.losses.FaceDescriptor;
import reaging.run.Checkpoints;
import reaging.runtime.Devices;

/**
 * What a person may choose for a run without changing its result.
 *
 * @param devices that compute
 * @param keptCheckpoints how many of the newest checkpoints are kept, beside the best
 * @param checks what ends a training that goes wrong
 * @param histograms for TensorBoard
 * @param evaluations of the averaged generator
 * @param descriptor of the identity loss, for a run that has it
 */
public record ExecutionOptions(
        Devices devices,
        int keptCheckpoints,
        DivergenceChecks checks,
        Histograms histograms,
        EvaluationPlan evaluations,
        FaceDescriptor descriptor) {
    /** What is done unless somebody asks for something else. */
    public static final ExecutionOptions USUAL = new ExecutionOptions(
            Devices.AUTO,
            Checkpoints.KEPT,
            DivergenceChecks.ALL,
            Histograms.NONE,
            EvaluationPlan.NEVER,
            FaceDescriptor.NONE);

    public ExecutionOptions {
        if (keptCheckpoints < 1) {
            throw new IllegalArgumentException("at least 1 checkpoint must be kept but " + keptCheckpoints
                    + " were asked for; try " + Checkpoints.KEPT);
        }
    }

    /** The same with other evaluations. */
    public ExecutionOptions withEvaluations(EvaluationPlan other) {
        return new ExecutionOptions(devices, keptCheckpoints, checks, histograms, other, descriptor);
    }

    /** The same with a network for the identity loss. */
    public ExecutionOptions withDescriptor(FaceDescriptor other) {
        return new ExecutionOptions(devices, keptCheckpoints, checks, histograms, evaluations, other);
    }
}
