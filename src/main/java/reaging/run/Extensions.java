package reaging.run;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import reaging.data.Targets;

/**
 * Extensions that go beyond the paper and the sources that fill its gaps; all are off in the paper's settings.
 *
 * @param r1Interval steps between two gradient penalties, whose weight is multiplied by this number: the lazy regularization
 *     of Karras et al. 2020 (StyleGAN2, section 3.1); 1: a penalty in every step
 * @param augmentations augmentations of the discriminator's input
 * @param targets age groups that may be drawn as a face's target
 * @param identityWeight weight of the {@link reaging.losses.IdentityLoss}; 0: no such loss
 * @param maskDropout share of the steps in which all masks are 1
 * @param grey share of the steps in which all images are grey
 * @param fadeIn images over which the learning rate of all but the outermost layers rises from 0 to the run's, so that the
 *     new layers of a grown network fit the others before they change them (our choice, after the fading of Karras et al.
 *     2018); 0: all layers have the same learning rate from the first step
 * @param mismatchWeight weight of the {@linkplain reaging.losses.DiscriminatorLoss#withMismatch mismatch} of real faces and
 *     target ages; 0: no such loss
 * @param backgroundWeight weight of the {@linkplain reaging.losses.GeneratorLoss#withBackground background}; 0: no such loss
 * @param averaging images after which a weight's share of the averaged generator has fallen to 1/e, from the first step on, so
 *     that a fine-tuned model keeps part of what it began with (our choice, after Wortsman et al. 2022, "Robust fine-tuning of
 *     zero-shot models", section 3); 0: the {@linkplain Schedule#averageDecay ramp and the decay} of the schedule
 * @param equalized whether a kernel's learning rate is multiplied by sqrt(9 b / n), where each output sums n inputs and b is the
 *     number of channels at full resolution: Adam then moves all kernels at the same speed relative to their initial deviation,
 *     the equalized learning rate of Karras et al. 2018 (Progressive GAN, section 4.1)
 * @param wholeReconstruction whether the reconstruction is drawn without attention, so that the decoder learns to draw whole
 *     faces instead of copying them (our choice)
 */
public record Extensions(
        int r1Interval,
        Set<Augmentation> augmentations,
        Targets targets,
        float identityWeight,
        float maskDropout,
        float grey,
        long fadeIn,
        float mismatchWeight,
        float backgroundWeight,
        long averaging,
        boolean equalized,
        boolean wholeReconstruction) {
    /** No extensions, as in the paper. */
    public static final Extensions NONE = new Extensions(1, Set.of(), Targets.ALL, 0, 0, 0, 0, 0, 0, 0, false, false);

    public Extensions {
        if (r1Interval < 1 || r1Interval > 1000) {
            throw new IllegalArgumentException(
                    "the gradient penalty must come every 1 to 1000 steps but comes every " + r1Interval + "; try 16");
        }
        if (!(identityWeight >= 0 && identityWeight <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "the weight of the identity loss must be at least 0 but is " + identityWeight + "; try 1");
        }
        if (!(mismatchWeight >= 0 && mismatchWeight <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "the weight of the mismatch must be at least 0 but is " + mismatchWeight + "; try 0.5");
        }
        if (!(backgroundWeight >= 0 && backgroundWeight <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "the weight of the background must be at least 0 but is " + backgroundWeight + "; try 10");
        }
        requireShare("with masks of 1", maskDropout);
        requireShare("in grey", grey);
        if (fadeIn < 0) {
            throw new IllegalArgumentException(
                    "layers must fade in over at least 0 images but the number is " + fadeIn + "; try 10000");
        }
        if (averaging < 0) {
            throw new IllegalArgumentException(
                    "the averaged generator must average over at least 0 images but the number is " + averaging
                            + "; try 10000");
        }
        // In a fixed order, so that equal settings give equal files.
        augmentations = Collections.unmodifiableSet(
                new TreeSet<>(Objects.requireNonNullElse(augmentations, Set.<Augmentation>of())));
        targets = Objects.requireNonNullElse(targets, Targets.ALL);
    }

    private static void requireShare(String what, float share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the share of the batches " + what + " must be from 0 to 1 but is " + share + "; try 0.2");
        }
    }

    /** Returns these extensions with another number of steps between gradient penalties. */
    public Extensions withR1Interval(int other) {
        return with(changed -> changed.r1Interval = other);
    }

    /** Returns these extensions with other augmentations. */
    public Extensions withAugmentations(List<Augmentation> others) {
        return with(changed -> changed.augmentations = Set.copyOf(others));
    }

    /** Returns these extensions with other targets. */
    public Extensions withTargets(Targets other) {
        return with(changed -> changed.targets = other);
    }

    /** Returns these extensions with another weight of the identity loss. */
    public Extensions withIdentityWeight(float other) {
        return with(changed -> changed.identityWeight = other);
    }

    /** Returns these extensions with another share of steps in which all masks are 1. */
    public Extensions withMaskDropout(float other) {
        return with(changed -> changed.maskDropout = other);
    }

    /** Returns these extensions with another share of steps in which all images are grey. */
    public Extensions withGrey(float other) {
        return with(changed -> changed.grey = other);
    }

    /** Returns these extensions with another number of images over which the inner layers fade in. */
    public Extensions withFadeIn(long other) {
        return with(changed -> changed.fadeIn = other);
    }

    /** Returns these extensions with another weight of the mismatch. */
    public Extensions withMismatchWeight(float other) {
        return with(changed -> changed.mismatchWeight = other);
    }

    /** Returns these extensions with another weight of the background. */
    public Extensions withBackgroundWeight(float other) {
        return with(changed -> changed.backgroundWeight = other);
    }

    /** Returns these extensions with another number of images over which the averaged generator averages. */
    public Extensions withAveraging(long other) {
        return with(changed -> changed.averaging = other);
    }

    /** Returns these extensions with learning rates that are equalized or not. */
    public Extensions withEqualized(boolean other) {
        return with(changed -> changed.equalized = other);
    }

    /** Returns these extensions with reconstructions that are drawn whole or not. */
    public Extensions withWholeReconstruction(boolean other) {
        return with(changed -> changed.wholeReconstruction = other);
    }

    private Extensions with(Consumer<Changed> change) {
        var changed = new Changed(this);
        change.accept(changed);
        return changed.extensions();
    }

    /** A mutable copy of the components. */
    private static final class Changed {
        private int r1Interval;
        private Set<Augmentation> augmentations;
        private Targets targets;
        private float identityWeight;
        private float maskDropout;
        private float grey;
        private long fadeIn;
        private float mismatchWeight;
        private float backgroundWeight;
        private long averaging;
        private boolean equalized;
        private boolean wholeReconstruction;

        Changed(Extensions from) {
            r1Interval = from.r1Interval;
            augmentations = from.augmentations;
            targets = from.targets;
            identityWeight = from.identityWeight;
            maskDropout = from.maskDropout;
            grey = from.grey;
            fadeIn = from.fadeIn;
            mismatchWeight = from.mismatchWeight;
            backgroundWeight = from.backgroundWeight;
            averaging = from.averaging;
            equalized = from.equalized;
            wholeReconstruction = from.wholeReconstruction;
        }

        Extensions extensions() {
            return new Extensions(
                    r1Interval,
                    augmentations,
                    targets,
                    identityWeight,
                    maskDropout,
                    grey,
                    fadeIn,
                    mismatchWeight,
                    backgroundWeight,
                    averaging,
                    equalized,
                    wholeReconstruction);
        }
    }
}
