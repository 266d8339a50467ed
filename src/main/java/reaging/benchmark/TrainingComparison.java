package reaging.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import reaging.training.TimedTraining;

/**
 * A comparison of the training speeds of Java and Python. Both take steps in turns: one is idle while the other is measured.
 *
 * @param ours speed of Java over all rounds
 * @param theirs speed of the Python version over all rounds
 * @param ratio ratios of images/s, ours over theirs, one for each round
 * @param rounds rounds in their order
 */
public record TrainingComparison(TrainingSpeed ours, Theirs theirs, Spread ratio, List<Round> rounds) {

    /**
     * The speed of the Python version.
     *
     * @param versions its library and version
     * @param imagesPerSecond images per second in the median step
     * @param peakBytes peak memory of its process so far in bytes; 0 if the system does not report it
     */
    public record Theirs(String versions, double imagesPerSecond, long peakBytes) {}

    /**
     * A round, in which both take the same number of steps.
     *
     * @param ours images/s of Java's median step
     * @param theirs images/s of Python's median step
     */
    public record Round(double ours, double theirs) {
        /** Returns the ratio of ours to theirs. */
        public double ratio() {
            return ours / theirs;
        }
    }

    public TrainingComparison {
        rounds = List.copyOf(rounds);
    }

    /**
     * Measures both versions.
     *
     * @param rounds number of rounds, at least 1
     * @param steps number of steps of each per round, at least 1
     */
    public static TrainingComparison of(TimedTraining here, PythonTraining there, int rounds, int steps) {
        double[] before = MatrixProduct.seconds();
        var ours = DoubleStream.builder();
        var theirs = DoubleStream.builder();
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            // They take turns at going first, so that neither gains if the machine becomes slower or faster.
            double[] first = i % 2 == 0 ? here.seconds(steps) : there.seconds(steps);
            double[] second = i % 2 == 0 ? there.seconds(steps) : here.seconds(steps);
            double[] hereSeconds = i % 2 == 0 ? first : second;
            double[] thereSeconds = i % 2 == 0 ? second : first;
            DoubleStream.of(hereSeconds).forEach(ours);
            DoubleStream.of(thereSeconds).forEach(theirs);
            measured.add(
                    new Round(imagesPerSecond(here.batch(), hereSeconds), imagesPerSecond(here.batch(), thereSeconds)));
        }
        double product = MatrixProduct.rate(before, MatrixProduct.seconds());
        return new TrainingComparison(
                TrainingSpeed.of(here, ours.build().toArray(), product),
                new Theirs(
                        there.versions(),
                        imagesPerSecond(here.batch(), theirs.build().toArray()),
                        there.peakBytes().orElse(0)),
                Spread.of(measured.stream().mapToDouble(Round::ratio).toArray()),
                measured);
    }

    private static double imagesPerSecond(int batch, double[] seconds) {
        return batch / Spread.of(seconds).median();
    }
}
