package reaging.run;

import java.util.List;

/**
 * How long a run is and what changes on the way. Changes are given in epochs: passes over the data where the run's length is
 * given in epochs, thirtieths of the run otherwise, so that a short run goes through the whole schedule of the paper's 30.
 *
 * @param images length of the run, in images
 * @param epochImages images in an epoch
 * @param learningRate of both networks at first
 * @param learningRateDrops epochs at which the learning rate falls; the paper has a schedule, its kind is unknown: our choice
 * @param learningRateFactor what it is multiplied with each time
 * @param reconstructionWeight weight of the reconstruction loss at first; the paper's 10
 * @param reconstructionEpochs epochs after which that weight is 1, if it was more; the paper's 10; with 30 a run in images
 *     holds it to the end
 * @param averageDecay decay of the averaged generator in a step, once its ramp is over; StarGAN v2's 0.999
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

    /** Epochs of the paper's run. */
    public static final int PAPER_EPOCHS = 30;

    /** More than anybody trains; below it, numbers of images and steps neither overflow nor round. */
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
            throw new IllegalArgumentException("weights of losses must be at least 0 but that of the reconstruction is "
                    + reconstructionWeight + "; try 10");
        }
        if (reconstructionEpochs < 0) {
            throw new IllegalArgumentException(
                    "the weight of the reconstruction must be held for at least 0 epochs but is for "
                            + reconstructionEpochs + "; try " + PAPER_EPOCHS);
        }
        learningRateDrops = List.copyOf(learningRateDrops);
    }

    /** The same changes in a run of so many images, which count as the paper's 30 epochs. */
    public Schedule ofImages(long total) {
        return with(total, (double) total / PAPER_EPOCHS);
    }

    /** The same changes in a run of so many passes over a data set. */
    public Schedule ofEpochs(int epochs, long dataSetSize) {
        return with(epochs * dataSetSize, (double) dataSetSize);
    }

    /** The same changes at the same images in a run of so many; after the last one nothing changes any more. */
    public Schedule lasting(long total) {
        return with(total, epochImages);
    }

    /** The same with the length of another one. */
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

    /** The same with another learning rate at first. */
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

    /** The same with another weight of the reconstruction loss at first. */
    public Schedule withReconstructionWeight(float other) {
        return withReconstruction(other, reconstructionEpochs);
    }

    /** The same with that weight held for another number of epochs. */
    public Schedule withReconstructionEpochs(int other) {
        return withReconstruction(reconstructionWeight, other);
    }

    private Schedule withReconstruction(float weight, int epochs) {
        return new Schedule(
                images, epochImages, learningRate, learningRateDrops, learningRateFactor, weight, epochs, averageDecay);
    }

    /** The same after so many recoveries, each of which halves the learning rate (our choice). */
    public Schedule slowed(int recoveries) {
        return withLearningRate(learningRate / (1 << recoveries));
    }

    /** The learning rate when so many images have been seen. */
    public float learningRate(long seen) {
        double epoch = epoch(seen);
        long drops = learningRateDrops.stream().filter(drop -> epoch >= drop).count();
        return (float) (learningRate * Math.pow(learningRateFactor, (double) drops));
    }

    /** The weight of the reconstruction loss when so many images have been seen. */
    public float reconstructionWeight(long seen) {
        return epoch(seen) < reconstructionEpochs ? reconstructionWeight : Math.min(1, reconstructionWeight);
    }

    /**
     * The decay of the averaged generator at a step, 1 for the first. It starts near 0 and rises, or early averages would
     * still hold the first random weights (our choice).
     */
    public float averageDecay(long step) {
        return Math.min(averageDecay, (float) step / (float) (step + 10));
    }

    /** Epochs since the start when so many images have been seen, with fractions. */
    public double epoch(long seen) {
        return (double) seen / epochImages;
    }
}
