package reaging.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The speed of one re-aging task.
 *
 * @param seconds seconds per call
 * @param imagesPerSecond images per second in the median call
 */
public record ReAgingSpeed(Spread seconds, double imagesPerSecond) {

    /**
     * The speeds of Java and Python, measured in turns.
     *
     * @param ours speeds of Java by task
     * @param theirs speeds of Python by task
     * @param ratio ratios of images/s by task, ours over theirs, one for each round
     */
    public record Comparison(
            Map<ReAgingTask, ReAgingSpeed> ours,
            Map<ReAgingTask, ReAgingSpeed> theirs,
            Map<ReAgingTask, Spread> ratio) {}

    /**
     * Measures every task.
     *
     * @param faces number of faces in a batch
     * @param calls number of calls per task
     */
    public static Map<ReAgingTask, ReAgingSpeed> of(JavaReAging reAging, int faces, int calls) {
        Map<ReAgingTask, ReAgingSpeed> speeds = new EnumMap<>(ReAgingTask.class);
        for (var task : ReAgingTask.values()) {
            reAging.seconds(task, 1);
            speeds.put(task, of(reAging.seconds(task, calls), task, faces));
        }
        return speeds;
    }

    /**
     * Measures every task in Java and in Python in turns: one is idle while the other is measured.
     *
     * @param faces number of faces in a batch
     * @param rounds number of rounds
     * @param calls number of calls of each per round
     */
    public static Comparison compare(JavaReAging here, PythonReAging there, int faces, int rounds, int calls) {
        Map<ReAgingTask, ReAgingSpeed> ours = new EnumMap<>(ReAgingTask.class);
        Map<ReAgingTask, ReAgingSpeed> theirs = new EnumMap<>(ReAgingTask.class);
        Map<ReAgingTask, Spread> ratio = new EnumMap<>(ReAgingTask.class);
        for (var task : ReAgingTask.values()) {
            here.seconds(task, 1);
            there.seconds(task, 1);
            List<double[]> hereSeconds = new ArrayList<>();
            List<double[]> thereSeconds = new ArrayList<>();
            double[] ratios = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                hereSeconds.add(here.seconds(task, calls));
                thereSeconds.add(there.seconds(task, calls));
                ratios[i] = Spread.of(thereSeconds.get(i)).median()
                        / Spread.of(hereSeconds.get(i)).median();
            }
            ours.put(task, of(joined(hereSeconds), task, faces));
            theirs.put(task, of(joined(thereSeconds), task, faces));
            ratio.put(task, Spread.of(ratios));
        }
        return new Comparison(ours, theirs, ratio);
    }

    private static ReAgingSpeed of(double[] seconds, ReAgingTask task, int faces) {
        var spread = Spread.of(seconds);
        return new ReAgingSpeed(spread, (task == ReAgingTask.BATCH ? faces : 1) / spread.median());
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(DoubleStream::of).toArray();
    }
}
