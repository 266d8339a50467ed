package reaging.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import reaging.training.TimedTraining;

/**
 * How fast training is here and in Python, in one run: both take steps in turns, and one waits while the other is measured.
 *
 * @param ours over all rounds
 * @param theirs the same of the Python version
 * @param ratio of images/s, ours over theirs, round by round
 * @param rounds in their order
 */
public record TrainingComparison(TrainingSpeed ours, Theirs theirs, Spread ratio, List<Round> rounds) {

    /**
     * The Python version.
     *
     * @param versions of what computes
     * @param imagesPerSecond of the median step
     * @param peakBytes the most main memory that its process has occupied so far; 0 where the system does not tell
     */
    public record Theirs(String versions, double imagesPerSecond, long peakBytes) {}

    /**
     * Some steps of each.
     *
     * @param ours images/s of the median step
     * @param theirs the same
     */
    public record Round(double ours, double theirs) {
        /** Ours over theirs. */
        public double ratio() {
            return ours / theirs;
        }
    }

    public TrainingComparison {
        rounds = List.copyOf(rounds);
    }

    /** Measures so many rounds, each of so many steps; one or more of both. */
    public static TrainingComparison of(TimedTraining here, PythonTraining there, int rounds, int steps) {
        double[] before = MatrixProduct.seconds();
        var ours = DoubleStream.builder();
        var theirs = DoubleStream.builder();
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            // Who begins changes, so that neither gains where a machine becomes slower or faster meanwhile.
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
