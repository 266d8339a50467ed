package reaging.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** The options that depart from the paper: other loss weights, ablations and extensions. */
final class VariantOptions {
    @Option(
            names = "--reconstruction-weight",
            description = "Initial weight of the reconstruction loss; the default depends on the preset.")
    private @Nullable Float reconstructionWeight;

    @Option(
            names = "--reconstruction-epochs",
            paramLabel = "EPOCHS",
            description =
                    "Epoch at which the reconstruction weight falls to 1. With --kimg or --steps, an epoch is a thirtieth of the"
                            + " run, so 30 keeps the weight to the end. The default depends on the preset.")
    private @Nullable Integer reconstructionEpochs;

    @Option(names = "--cycle-weight", description = "Weight of the cycle loss; default 1.")
    private @Nullable Float cycleWeight;

    @Option(
            names = "--without",
            split = ",",
            description = "Ablation: train without one or more of ${COMPLETION-CANDIDATES}, separated by commas.")
    private List<Ablation> without = new ArrayList<>();

    @Option(
            names = "--lazy-r1",
            paramLabel = "STEPS",
            description =
                    "Extension: compute the gradient penalty only every so many steps, with as many times the weight"
                            + " (StyleGAN2). Default: 4 for the tiny presets with attention, 1 for the others.")
    private @Nullable Integer r1Interval;

    @Option(
            names = "--augment",
            split = ",",
            description = "Extension for small data sets: change the discriminator's images at random by one or more of"
                    + " ${COMPLETION-CANDIDATES}, separated by commas (DiffAugment).")
    private @Nullable List<Augmentation> augmentations;

    @Option(
            names = "--upsampling",
            description =
                    "Extension: how the decoder doubles, nearest or bilinear; bilinear leaves fewer patterns after a short"
                            + " training (StyleGAN). Default: bilinear for the tiny presets, nearest for the others; with"
                            + " --init, that of the weights.")
    private @Nullable Upsampling upsampling;

    @Option(
            names = "--attention",
            negatable = true,
            description =
                    "Extension: the decoder also learns where to leave the image as it is, which keeps more of the person,"
                            + " and the background where there is no mask (after GANimation). Default: for the tiny"
                            + " presets; with --init, if the weights have it.")
    private @Nullable Boolean attention;

    @Option(names = "--exclude-own-group", description = "Extension: never draw a face's own age group as its target.")
    private boolean excludeOwnGroup;

    @Option(
            names = "--identity-weight",
            description = "Extension: weight of a loss that keeps the person recognisable to a face network, which"
                    + " \"ragan networks install\" downloads; try 1. Default 0.")
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
                    "Extension for a model grown with --init from one of half the size: over so many thousand images, the"
                            + " learning rate of the existing layers rises from 0, so that the new outermost layers"
                            + " adapt to them first; try 10. Default 0.")
    private @Nullable Double fadeInKimg;

    @Option(
            names = "--mismatch-weight",
            description =
                    "Extension: weight of a loss with which each branch of the discriminator also rejects real faces of"
                            + " other ages, so that a face left alone does not pass for aged; try 0.5. Default 0.")
    private @Nullable Float mismatchWeight;

    @Option(
            names = "--background-weight",
            description =
                    "Extension: weight of a loss that keeps what is outside the masks as it is, also in batches whose masks"
                            + " --mask-dropout hides; try 10. Default 0.")
    private @Nullable Float backgroundWeight;

    @Option(
            names = "--average",
            paramLabel = "KIMG",
            description =
                    "Extension: the averaged generator averages over about so many thousand images from the first step"
                            + " on, so that a model fine-tuned with --init keeps part of what it began with; try half"
                            + " the run's length. Default: over a tenth of the run so far, but at most over 1000 steps.")
    private @Nullable Double averageKimg;

    @Option(
            names = "--equalize",
            negatable = true,
            description =
                    "Extension: layers that sum many inputs learn more slowly, and those that sum few, such as the one that"
                            + " mixes the colours, faster (progressive GAN). Default: for the tiny presets with attention.")
    private @Nullable Boolean equalized;

    @Option(
            names = "--whole-reconstruction",
            negatable = true,
            description =
                    "Extension: with attention, draw the reconstruction without it, so that the decoder learns to draw"
                            + " whole faces instead of copying them. Default: for the tiny presets with attention.")
    private @Nullable Boolean wholeReconstruction;

    /** Returns whether the decoder shall have attention, if that was given. */
    Optional<Boolean> attention() {
        return Optional.ofNullable(attention);
    }

    /** Applies the options to a configuration. */
    RunConfig of(RunConfig config) {
        var changed = config.withTraining(weights(config.training()));
        for (var ablation : without) {
            changed = ablation.of(changed);
        }
        if (upsampling != null) {
            changed = changed.withModel(changed.model().withUpsampling(upsampling));
        }
        if (attention != null) {
            changed = changed.withModel(changed.model().withAttention(attention));
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
        changed = mismatchWeight == null ? changed : changed.withMismatchWeight(mismatchWeight);
        changed = backgroundWeight == null ? changed : changed.withBackgroundWeight(backgroundWeight);
        changed = averageKimg == null ? changed : changed.withAveraging(Math.round(averageKimg * 1000));
        changed = equalized == null ? changed : changed.withEqualized(equalized);
        changed = wholeReconstruction == null ? changed : changed.withWholeReconstruction(wholeReconstruction);
        return excludeOwnGroup ? changed.withTargets(Targets.OTHERS) : changed;
    }
}
