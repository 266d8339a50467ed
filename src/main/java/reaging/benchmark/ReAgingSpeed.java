package reaging.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * How fast faces are re-aged, task by task.
 *
 * @param seconds of a call
 * @param imagesPerSecond of the median call
 */
public record ReAgingSpeed(Spread seconds, double imagesPerSecond) {

    /**
     * That of two in one run.
     *
     * @param ours by task
     * @param theirs by task
     * @param ratio of images/s, ours over theirs, round by round
     */
    public record Comparison(
            Map<ReAgingTask, ReAgingSpeed> ours,
            Map<ReAgingTask, ReAgingSpeed> theirs,
            Map<ReAgingTask, Spread> ratio) {}

    /**
     * Measures every task.
     *
     * @param faces in a batch
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
     * Measures every task here and in Python in turns: one waits while the other is measured.
     *
     * @param faces in a batch
     * @param calls of each in a round
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
