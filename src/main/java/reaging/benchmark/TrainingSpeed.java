package reaging.benchmark;

import reaging.run.Memory;
import reaging.training.TimedTraining;

/**
 * The speed of training in Java, next to that of a plain matrix product measured in the same run.
 *
 * @param imagesPerSecond images per second in the median step, including the input pipeline
 * @param secondsPerStep seconds of the median step
 * @param secondsPerStepRange seconds of the fastest and the slowest step
 * @param secondsWaitedPerStep mean time in seconds that a step waits for its faces to be read
 * @param multiplyAddsPerStep multiply-adds of all convolutions and matrix products in both networks, including gradients
 * @param multiplyAddsPerSecond multiply-adds per second in the median step
 * @param matrixProductPerSecond multiply-adds per second in the median product of 2048 x 2048 float32 matrices
 * @param peakBytes peak memory of the process so far in bytes; 0 if the system does not report it
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

    /** Takes some steps, at least 1, and measures each. */
    public static TrainingSpeed of(TimedTraining training, int steps) {
        double[] before = MatrixProduct.seconds();
        double[] seconds = training.seconds(steps);
        return of(training, seconds, MatrixProduct.rate(before, MatrixProduct.seconds()));
    }

    /**
     * Computes the speed from measurements.
     *
     * @param seconds seconds of each step
     * @param matrixProductPerSecond multiply-adds per second of the matrix product
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

    /** Takes some steps, at least 1, and returns the images/s of the median one. */
    public static double imagesPerSecond(TimedTraining training, int steps) {
        return training.batch() / Spread.of(training.seconds(steps)).median();
    }
}
