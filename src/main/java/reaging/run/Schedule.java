package reaging.run;

import java.util.List;

/**
 * The length of a run and the schedule of what changes during it. Changes are given in epochs: passes over the data if the run's
 * length is given in epochs, otherwise thirtieths of the run, so that a short run goes through the whole schedule of the
 * paper's 30 epochs.
 *
 * @param images length of the run, in images
 * @param epochImages images per epoch
 * @param learningRate initial learning rate of both networks
 * @param learningRateDrops epochs at which the learning rate drops; the paper does not specify its schedule: our choice
 * @param learningRateFactor factor by which it is multiplied at each drop
 * @param reconstructionWeight initial weight of the reconstruction loss; the paper's 10
 * @param reconstructionEpochs epochs after which that weight is 1, if it was more; the paper's 10; with 30 a run in images
 *     holds it to the end
 * @param averageDecay decay of the averaged generator per step after its ramp; StarGAN v2's 0.999
 */
public record Schedule(
        long images,
        double epochImages,
        float learningRate,
        List<Integer> learningRateDrops,
        float learningRateFactor,
        float reconstructionWeight,
        int reconstructionEpochs,
        float averageDecay) {

    /** Number of epochs in the paper. */
    public static final int PAPER_EPOCHS = 30;

    /** More than anyone trains; below it, numbers of images and steps neither overflow nor round. */
    private static final long MOST_IMAGES = 1_000_000_000_000L;

    public Schedule {
        if (images < 1 || !(epochImages > 0)) {
            throw new IllegalArgumentException(
                    "a run must have at least one image but has " + images + "; try 40 kimg");
        }
        if (images > MOST_IMAGES) {
            throw new IllegalArgumentException("a run must have at most " + MOST_IMAGES / 1000 + " kimg but has "
                    + images / 1000 + "; try 40 kimg");
        }
        if (!(learningRate > 0 && learningRate < 1)) {
            throw new IllegalArgumentException(
                    "the learning rate must be above 0 and below 1 but is " + learningRate + "; try 0.0001");
        }
        if (!(reconstructionWeight >= 0 && reconstructionWeight <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("loss weights must be at least 0 but that of the reconstruction is "
                    + reconstructionWeight + "; try 10");
        }
        if (reconstructionEpochs < 0) {
            throw new IllegalArgumentException(
                    "the reconstruction weight must be held for at least 0 epochs but is held for "
                            + reconstructionEpochs + "; try " + PAPER_EPOCHS);
        }
        learningRateDrops = List.copyOf(learningRateDrops);
    }

    /** Returns this schedule for a run of a number of images, which count as the paper's 30 epochs. */
    public Schedule ofImages(long total) {
        return with(total, (double) total / PAPER_EPOCHS);
    }

    /** Returns this schedule for a run of a number of passes over a data set. */
    public Schedule ofEpochs(int epochs, long dataSetSize) {
        return with(epochs * dataSetSize, (double) dataSetSize);
    }

    /** Returns a schedule of another length with the same changes at the same images; nothing changes after the last one. */
    public Schedule lasting(long total) {
        return with(total, epochImages);
    }

    /** Returns this schedule with the length of another one. */
    public Schedule like(Schedule other) {
        return with(other.images, other.epochImages);
    }

    private Schedule with(long total, double epoch) {
        return new Schedule(
                total,
                epoch,
                learningRate,
                learningRateDrops,
                learningRateFactor,
                reconstructionWeight,
                reconstructionEpochs,
                averageDecay);
    }

    /** Returns this schedule with another initial learning rate. */
    public Schedule withLearningRate(float other) {
        return new Schedule(
                images,
                epochImages,
                other,
                learningRateDrops,
                learningRateFactor,
                reconstructionWeight,
                reconstructionEpochs,
                averageDecay);
    }

    /** Returns this schedule with another initial weight of the reconstruction loss. */
    public Schedule withReconstructionWeight(float other) {
        return withReconstruction(other, reconstructionEpochs);
    }

    /** Returns this schedule with that weight held for another number of epochs. */
    public Schedule withReconstructionEpochs(int other) {
        return withReconstruction(reconstructionWeight, other);
    }

    private Schedule withReconstruction(float weight, int epochs) {
        return new Schedule(
                images, epochImages, learningRate, learningRateDrops, learningRateFactor, weight, epochs, averageDecay);
    }

    /** Returns this schedule after a number of recoveries, each of which halves the learning rate (our choice). */
    public Schedule slowed(int recoveries) {
        return withLearningRate(learningRate / (1 << recoveries));
    }

    /** Returns the learning rate after a number of images. */
    public float learningRate(long seen) {
        double epoch = epoch(seen);
        long drops = learningRateDrops.stream().filter(drop -> epoch >= drop).count();
        return (float) (learningRate * Math.pow(learningRateFactor, (double) drops));
    }

    /** Returns the weight of the reconstruction loss after a number of images. */
    public float reconstructionWeight(long seen) {
        return epoch(seen) < reconstructionEpochs ? reconstructionWeight : Math.min(1, reconstructionWeight);
    }

    /**
     * Returns the decay of the averaged generator at a step, counted from 1. It starts near 0 and rises; otherwise early averages
     * would still contain the initial random weights (our choice).
     */
    public float averageDecay(long step) {
        return Math.min(averageDecay, (float) step / (float) (step + 10));
    }

    /** Returns the fractional number of epochs after a number of images. */
    public double epoch(long seen) {
        return (double) seen / epochImages;
    }
}
