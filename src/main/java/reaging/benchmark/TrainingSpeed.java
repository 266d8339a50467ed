package reaging.benchmark;

import reaging.run.Memory;
import reaging.training.TimedTraining;

/**
 * How fast training is here, beside how fast a plain matrix product is in the same run.
 *
 * @param imagesPerSecond of the median step, with the input pipeline
 * @param secondsPerStep the median
 * @param secondsPerStepRange fastest and slowest step
 * @param secondsWaitedPerStep the mean of what steps wait for their faces to be read
 * @param multiplyAddsPerStep of convolutions and matrix products, both networks, gradients included
 * @param multiplyAddsPerSecond of the median step
 * @param matrixProductPerSecond multiply-adds of a 2048 x 2048 float32 product, the median
 * @param peakBytes the most main memory that the process has occupied so far; 0 where the system does not tell
 */
public record TrainingSpeed(
        double imagesPerSecond,
        double secondsPerStep,
        double[] secondsPerStepRange,
        double secondsWaitedPerStep,
        long multiplyAddsPerStep,
        double multiplyAddsPerSecond,
        double matrixProductPerSecond,
        long peakBytes) {

    /** Trains for some steps, one or more, and measures each. */
    public static TrainingSpeed of(TimedTraining training, int steps) {
        double[] before = MatrixProduct.seconds();
        double[] seconds = training.seconds(steps);
        return of(training, seconds, MatrixProduct.rate(before, MatrixProduct.seconds()));
    }

    /**
     * That of a training which has been measured.
     *
     * @param seconds of each step
     * @param matrixProductPerSecond multiply-adds
     */
    static TrainingSpeed of(TimedTraining training, double[] seconds, double matrixProductPerSecond) {
        var step = Spread.of(seconds);
        return new TrainingSpeed(
                training.batch() / step.median(),
                step.median(),
                new double[] {step.min(), step.max()},
                training.secondsWaitedPerStep(),
                training.multiplyAdds(),
                training.multiplyAdds() / step.median(),
                matrixProductPerSecond,
                Memory.peakBytes(ProcessHandle.current()).orElse(0));
    }

    /** Images/s of the median of some steps, one or more. */
    public static double imagesPerSecond(TimedTraining training, int steps) {
        return training.batch() / Spread.of(training.seconds(steps)).median();
    }
}
