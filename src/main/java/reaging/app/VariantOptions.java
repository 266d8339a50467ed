package reaging.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import reaging.ablation.Ablation;
import reaging.data.Targets;
import reaging.model.Upsampling;
import reaging.run.Augmentation;
import reaging.run.Extensions;
import reaging.run.RunConfig;
import reaging.run.Schedule;
import reaging.run.TrainingConfig;

/** The options that make a run another one than the paper's: other weights, less (ablations), more (extensions). */
final class VariantOptions {
    @Option(
            names = "--reconstruction-weight",
            description = "Of the reconstruction loss at first. The default depends on the preset.")
    private @Nullable Float reconstructionWeight;

    @Option(
            names = "--reconstruction-epochs",
            paramLabel = "EPOCHS",
            description = "When it falls to 1; in a run of --kimg or --steps epochs are thirtieths, so that 30 holds it"
                    + " to the end. The default depends on the preset.")
    private @Nullable Integer reconstructionEpochs;

    @Option(names = "--cycle-weight", description = "Of the cycle loss; default 1.")
    private @Nullable Float cycleWeight;

    @Option(
            names = "--without",
            split = ",",
            description = "Ablation: train without some of ${COMPLETION-CANDIDATES}, separated by commas.")
    private List<Ablation> without = new ArrayList<>();

    @Option(
            names = "--lazy-r1",
            paramLabel = "STEPS",
            description = "Extension: the gradient penalty only every so many steps, as much heavier (StyleGAN2).")
    private @Nullable Integer r1Interval;

    @Option(
            names = "--augment",
            split = ",",
            description = "Extension for small data sets: the discriminator sees images changed at random by some of"
                    + " ${COMPLETION-CANDIDATES}, separated by commas (DiffAugment).")
    private @Nullable List<Augmentation> augmentations;

    @Option(
            names = "--upsampling",
            description =
                    "Extension: how the decoder doubles, nearest or bilinear, which leaves fewer patterns after a short"
                            + " training (StyleGAN). Default: bilinear for the tiny presets, nearest for the others; with --init as"
                            + " those weights were trained.")
    private @Nullable Upsampling upsampling;

    @Option(
            names = "--exclude-own-group",
            description = "Extension: a face is never sent to the age group that it is in already.")
    private boolean excludeOwnGroup;

    @Option(
            names = "--identity-weight",
            description = "Extension: weight of a loss that keeps the person recognisable to a face network, which"
                    + " \"ragan networks install\" gets; try 1. Default 0.")
    private @Nullable Float identityWeight;

    @Option(
            names = "--mask-dropout",
            paramLabel = "SHARE",
            description =
                    "Extension: in this share of the batches no face has a mask, so that the model works with masks"
                            + " and without; try 0.3. Default 0.")
    private @Nullable Float maskDropout;

    @Option(
            names = "--grey",
            paramLabel = "SHARE",
            description = "Extension: in this share of the batches all images are grey, so that grey photos stay grey;"
                    + " try 0.1. Default 0.")
    private @Nullable Float grey;

    @Option(
            names = "--fade-in",
            paramLabel = "KIMG",
            description =
                    "Extension, for a model grown by --init from one of half the size: over so many thousand images the"
                            + " learning rate of the layers that it brings along rises from 0, so that the new outermost"
                            + " layers fit them first; try 10. Default 0.")
    private @Nullable Double fadeInKimg;

    /** The run with what the options change of it. */
    RunConfig of(RunConfig config) {
        var changed = config.withTraining(weights(config.training()));
        for (var ablation : without) {
            changed = ablation.of(changed);
        }
        if (upsampling != null) {
            changed = changed.withModel(changed.model().withUpsampling(upsampling));
        }
        var training = changed.training();
        return changed.withTraining(training.withExtensions(extensions(training.extensions())));
    }

    private TrainingConfig weights(TrainingConfig training) {
        var changed = cycleWeight == null ? training : training.withCycleWeight(cycleWeight);
        return changed.withSchedule(reconstruction(changed.schedule()));
    }

    private Schedule reconstruction(Schedule schedule) {
        var changed = reconstructionWeight == null ? schedule : schedule.withReconstructionWeight(reconstructionWeight);
        return reconstructionEpochs == null ? changed : changed.withReconstructionEpochs(reconstructionEpochs);
    }

    private Extensions extensions(Extensions extensions) {
        var changed = r1Interval == null ? extensions : extensions.withR1Interval(r1Interval);
        changed = augmentations == null ? changed : changed.withAugmentations(augmentations);
        changed = identityWeight == null ? changed : changed.withIdentityWeight(identityWeight);
        changed = maskDropout == null ? changed : changed.withMaskDropout(maskDropout);
        changed = grey == null ? changed : changed.withGrey(grey);
        changed = fadeInKimg == null ? changed : changed.withFadeIn(Math.round(fadeInKimg * 1000));
        return excludeOwnGroup ? changed.withTargets(Targets.OTHERS) : changed;
    }
}
