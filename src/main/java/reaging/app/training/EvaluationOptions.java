package reaging.app.training;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import reaging.losses.FaceDescriptor;
import reaging.networks.EvaluatorPackages;
import reaging.networks.FaceFeatures;

/** The options of evaluations during training. */
final class EvaluationOptions {
    @ArgGroup(exclusive = false)
    private @Nullable Wanted wanted; // null: no evaluations

    /** The requested evaluations. */
    static final class Wanted {
        @Option(
                names = "--evaluate-every",
                required = true,
                paramLabel = "KIMG",
                description =
                        "Evaluate the averaged generator at the first snapshot after every KIMG thousand images and at the"
                                + " end, on held-out faces that \"ragan evaluate\" does not report on. The best checkpoint is"
                                + " then the one with the best HCS or, on synthetic faces, the one nearest to the true drawings."
                                + " Default: never. Repeat it when resuming.")
        private double kimg;

        @Option(
                names = "--evaluate-images",
                paramLabel = "N",
                description = "Number of held-out faces per evaluation, each at ten ages; default 100.")
        private int images = 100;
    }

    @Option(
            names = "--evaluators",
            paramLabel = "DIR",
            description = "Folder of the evaluator networks and of the network for --identity-weight; default: that of"
                    + " \"ragan networks install\".")
    private Path evaluators = EvaluatorPackages.defaultFolder();

    /**
     * Returns the network of the run's identity loss, or {@link FaceDescriptor#NONE} if it has no such loss.
     *
     * @throws IllegalArgumentException if it is needed and not installed
     */
    FaceDescriptor descriptor(ChosenRun run) {
        boolean none = run.config().training().extensions().identityWeight() == 0;
        return none ? FaceDescriptor.NONE : FaceFeatures.load(evaluators)::describe;
    }

    /**
     * Prepares the evaluations of a run, if requested.
     *
     * @throws IllegalArgumentException if they are requested but not possible
     */
    CheckpointEvaluation evaluation(ChosenRun run, Consumer<String> notices) {
        if (wanted == null) {
            return CheckpointEvaluation.none(run);
        }
        long everyImages = Math.round(wanted.kimg * 1000);
        if (everyImages < 1 || wanted.images < 1) {
            throw new IllegalArgumentException("--evaluate-every and --evaluate-images must be above 0 but are "
                    + wanted.kimg + " and " + wanted.images + "; try 100 and 100");
        }
        return CheckpointEvaluation.of(run, everyImages, wanted.images, evaluators, notices);
    }
}
