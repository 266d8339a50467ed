package reaging.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import reaging.data.Targets;
import reaging.training.Augmentation;
import reaging.training.Extensions;
import reaging.training.RunConfig;
import reaging.training.TrainingConfig;

/** The options that make a run another one than the paper's: other weights, less (ablations), more (extensions). */
final class VariantOptions {
    @Option(
            names = "--reconstruction-weight",
            description = "Of the reconstruction loss at first; it falls to 1. The default depends on the preset.")
    private Float reconstructionWeight;

    @Option(names = "--cycle-weight", description = "Of the cycle loss; default 1.")
    private Float cycleWeight;

    @Option(
            names = "--without",
            split = ",",
            description = "Ablation: train without some of ${COMPLETION-CANDIDATES}, separated by commas.")
    private List<Ablation> without = new ArrayList<>();

    @Option(
            names = "--lazy-r1",
            paramLabel = "STEPS",
            description = "Extension: the gradient penalty only every so many steps, as much heavier (StyleGAN2).")
    private Integer r1Interval;

    @Option(
            names = "--augment",
            split = ",",
            description = "Extension for small data sets: the discriminator sees images changed at random by some of"
                    + " ${COMPLETION-CANDIDATES}, separated by commas (DiffAugment).")
    private List<Augmentation> augmentations;

    @Option(
            names = "--exclude-own-group",
            description = "Extension: a face is never sent to the age group that it is in already.")
    private boolean excludeOwnGroup;

    /** The run with what the options change of it. */
    RunConfig of(RunConfig config) {
        var changed = config.withTraining(weights(config.training()));
        for (var ablation : without) {
            changed = ablation.of(changed);
        }
        var training = changed.training();
        return changed.withTraining(training.withExtensions(extensions(training.extensions())));
    }

    private TrainingConfig weights(TrainingConfig training) {
        var changed = cycleWeight == null ? training : training.withCycleWeight(cycleWeight);
        return reconstructionWeight == null
                ? changed
                : changed.withSchedule(changed.schedule().withReconstructionWeight(reconstructionWeight));
    }

    private Extensions extensions(Extensions extensions) {
        var changed = r1Interval == null ? extensions : extensions.withR1Interval(r1Interval);
        changed = augmentations == null ? changed : changed.withAugmentations(augmentations);
        return excludeOwnGroup ? changed.withTargets(Targets.OTHERS) : changed;
    }
}
