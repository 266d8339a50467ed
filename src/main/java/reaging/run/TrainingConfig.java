package reaging.run;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import reaging.data.FaceSet;
import reaging.data.Sampler;
import reaging.runtime.Computing;

/**
 * The training settings of a run, apart from the network's sizes and the data.
 *
 * @param seed seed of the initial weights, batches and noise
 * @param batch images per step, N
 * @param schedule length, learning rate and changing weights
 * @param adam Adam's settings for both networks
 * @param r1Weight weight of the gradient penalty on real images; StarGAN v2's 1
 * @param cycleWeight weight of the cycle loss; the paper's 1
 * @param snapshotImages images between two sample grids and checkpoints
 * @param microBatch images in memory at a time; a step sums the gradients of batch / microBatch micro-batches
 * @param computing precision and reproducibility
 * @param extensions extensions that go beyond the paper
 */
public record TrainingConfig(
        long seed,
        int batch,
        Schedule schedule,
        AdamSettings adam,
        float r1Weight,
        float cycleWeight,
        long snapshotImages,
        int microBatch,
        Computing computing,
        Extensions extensions) {

    /** The paper's settings; its length is set with the data, 30 epochs. */
    public static final TrainingConfig PAPER = new TrainingConfig(
            0,
            8,
            new Schedule(30 * 69_000L, 69_000, 1e-4f, List.of(10, 20), 0.5f, 10, 10, 0.999f),
            new AdamSettings(0, 0.99f, 1e-8f),
            1,
            1,
            50_000,
            8,
            Computing.USUAL,
            Extensions.NONE);

    /** Settings for the tiny presets without attention and synthetic faces, tuned on two CPU cores (our choice). */
    public static final TrainingConfig QUICK = PAPER.withSchedule(
                    new Schedule(16_000, 16_000 / 30.0, 3e-3f, List.of(8, 12, 16, 20, 24, 27), 0.6f, 20, 30, 0.998f))
            .withR1Weight(3)
            .withSnapshotImages(4_000);

    /**
     * Settings for the tiny presets with attention (our choice). Attention learns to leave a face as it is within the first few
     * epochs; a reconstruction weight that stayed high would keep it from learning anything else. The lazy penalty saves the time
     * for a longer run. With equalized rates, half of it is steady at a higher rate, which makes colours natural.
     */
    public static final TrainingConfig QUICK_WITH_ATTENTION = QUICK.withSchedule(
                    new Schedule(24_000, 24_000 / 30.0, 5e-3f, List.of(14, 17, 20, 23, 26, 28), 0.6f, 10, 5, 0.998f))
            .withExtensions(
                    Extensions.NONE.withR1Interval(4).withEqualized(true).withWholeReconstruction(true));

    /** Settings for the small preset and photos, an hour or more on two CPU cores, with the paper's weights (our choice). */
    public static final TrainingConfig SMALL = PAPER.withBatch(16)
            .withSchedule(
                    new Schedule(160_000, 160_000 / 30.0, 8e-4f, List.of(12, 16, 20, 24, 27), 0.5f, 10, 10, 0.999f))
            .withSnapshotImages(8_000);

    public TrainingConfig {
        if (batch < 1 || batch > 1024) {
            throw new IllegalArgumentException("batch must be from 1 to 1024 but is " + batch + "; try 8");
        }
        if (!(r1Weight >= 0 && r1Weight <= Float.MAX_VALUE) || !(cycleWeight >= 0 && cycleWeight <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "loss weights must be at least 0 but are " + r1Weight + " and " + cycleWeight + "; try 1");
        }
        if (snapshotImages < 1) {
            throw new IllegalArgumentException(
                    "a snapshot must come after at least one image but comes after " + snapshotImages + "; try 5000");
        }
        // Runs from before there was a choice name neither.
        microBatch = microBatch == 0 ? batch : microBatch;
        if (microBatch < 1 || batch % microBatch != 0) {
            throw new IllegalArgumentException("microBatch must divide the batch of " + batch + " but is " + microBatch
                    + "; try " + (batch % 2 == 0 ? batch / 2 : batch));
        }
        computing = Objects.requireNonNullElse(computing, Computing.USUAL);
        extensions = Objects.requireNonNullElse(extensions, Extensions.NONE);
    }

    /** Returns these settings with another batch size; a micro-batch that was the whole batch remains so. */
    public TrainingConfig withBatch(int other) {
        return with(changed -> {
            changed.microBatch = microBatch == batch ? other : microBatch;
            changed.batch = other;
        });
    }

    /** Returns these settings with another schedule. */
    public TrainingConfig withSchedule(Schedule other) {
        return with(changed -> changed.schedule = other);
    }

    /** Returns these settings with another seed. */
    public TrainingConfig withSeed(long other) {
        return with(changed -> changed.seed = other);
    }

    /** Returns these settings with another weight of the gradient penalty. */
    public TrainingConfig withR1Weight(float other) {
        return with(changed -> changed.r1Weight = other);
    }

    /** Returns these settings with another weight of the cycle loss. */
    public TrainingConfig withCycleWeight(float other) {
        return with(changed -> changed.cycleWeight = other);
    }

    /** Returns these settings with another number of images between snapshots. */
    public TrainingConfig withSnapshotImages(long other) {
        return with(changed -> changed.snapshotImages = other);
    }

    /** Returns these settings with another micro-batch size. */
    public TrainingConfig withMicroBatch(int other) {
        return with(changed -> changed.microBatch = other);
    }

    /** Returns these settings with other extensions. */
    public TrainingConfig withExtensions(Extensions other) {
        return with(changed -> changed.extensions = other);
    }

    /** Returns these settings with another precision or reproducibility. */
    public TrainingConfig withComputing(Computing other) {
        return with(changed -> changed.computing = other);
    }

    private TrainingConfig with(Consumer<Changed> change) {
        var changed = new Changed(this);
        change.accept(changed);
        return changed.config();
    }

    /** A mutable copy of the components. */
    private static final class Changed {
        private long seed;
        private int batch;
        private Schedule schedule;
        private final AdamSettings adam;
        private float r1Weight;
        private float cycleWeight;
        private long snapshotImages;
        private int microBatch;
        private Computing computing;
        private Extensions extensions;

        Changed(TrainingConfig from) {
            seed = from.seed;
            batch = from.batch;
            schedule = from.schedule;
            adam = from.adam;
            r1Weight = from.r1Weight;
            cycleWeight = from.cycleWeight;
            snapshotImages = from.snapshotImages;
            microBatch = from.microBatch;
            computing = from.computing;
            extensions = from.extensions;
        }

        TrainingConfig config() {
            return new TrainingConfig(
                    seed,
                    batch,
                    schedule,
                    adam,
                    r1Weight,
                    cycleWeight,
                    snapshotImages,
                    microBatch,
                    computing,
                    extensions);
        }
    }

    /** Returns the sampler of the micro-batches. */
    public Sampler sampler(FaceSet faces) {
        return new Sampler(faces, microBatch, seed, extensions.targets());
    }

    /** Returns the decay of the averaged generator at a step, counted from 1: the schedule's, or that of a longer average. */
    public float averageDecay(long step) {
        long images = extensions.averaging();
        return images == 0 ? schedule.averageDecay(step) : (float) Math.exp((double) -batch / images);
    }

    /** Returns the number of micro-batches per step. */
    public int microBatches() {
        return batch / microBatch;
    }

    /** Returns the number of steps in the run; the last one may exceed its length. */
    public long steps() {
        return (schedule.images() + batch - 1) / batch;
    }
}
