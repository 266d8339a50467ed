package reaging.app.measurement;

import reaging.benchmark.TrainingComparison;
import reaging.benchmark.TrainingSpeed;
import reaging.runtime.Profile;

/** Prints the speed of training. */
final class SpeedTables {
    private static final int TOP = 20;
    private static final double MEBIBYTE = 1 << 20;

    private SpeedTables() {}

    /** Prints a table; {@code what} names preset, batch, precision and steps. */
    static void print(String what, TrainingSpeed speed) {
        System.out.printf(
                "%s: %.1f images/s, %.1f s per 1000 images%n"
                        + "a step: median %.1f ms (%.1f to %.1f), %.2f billion multiply-adds%n"
                        + "waiting for faces: %.1f ms per step%n"
                        + "training:       %7.1f billion multiply-adds/s%n"
                        + "matrix product: %7.1f billion multiply-adds/s%n"
                        + "training runs at %.0f %% of the matrix product%n",
                what,
                speed.imagesPerSecond(),
                1000 / speed.imagesPerSecond(),
                1e3 * speed.secondsPerStep(),
                1e3 * speed.secondsPerStepRange()[0],
                1e3 * speed.secondsPerStepRange()[1],
                speed.multiplyAddsPerStep() / 1e9,
                1e3 * speed.secondsWaitedPerStep(),
                speed.multiplyAddsPerSecond() / 1e9,
                speed.matrixProductPerSecond() / 1e9,
                100 * speed.multiplyAddsPerSecond() / speed.matrixProductPerSecond());
        System.out.println("peak memory: " + mebibytes(speed.peakBytes()));
    }

    static void print(TrainingComparison comparison) {
        var theirs = comparison.theirs();
        System.out.printf("%n%s, the same batches, taking turns%n", theirs.versions());
        System.out.printf("%-8s %14s %14s %8s%n", "round", "ours, images/s", "theirs", "ratio");
        for (int i = 0; i < comparison.rounds().size(); i++) {
            var round = comparison.rounds().get(i);
            System.out.printf("%-8d %14.2f %14.2f %8.2f%n", i + 1, round.ours(), round.theirs(), round.ratio());
        }
        System.out.printf(
                "%-8s %14.2f %14.2f %8.2f (%.2f to %.2f)%n",
                "median",
                comparison.ours().imagesPerSecond(),
                theirs.imagesPerSecond(),
                comparison.ratio().median(),
                comparison.ratio().min(),
                comparison.ratio().max());
        System.out.printf(
                "peak memory: ours %s, theirs %s%n",
                mebibytes(comparison.ours().peakBytes()), mebibytes(theirs.peakBytes()));
    }

    static void print(Profile profile) {
        System.out.printf(
                "%na step runs %d ops, which take %.1f ms in their kernels%n%n",
                profile.ops(), 1e3 * profile.selfSeconds());
        System.out.printf("%-40s %6s %9s %7s %22s%n", "op", "count", "self ms", "share", "million multiply-adds");
        for (var type : profile.types().subList(0, Math.min(TOP, profile.types().size()))) {
            System.out.printf(
                    "%-40s %6d %9.2f %5.1f %% %22.1f%n",
                    type.type(), type.count(), 1e3 * type.selfSeconds(), 100 * type.share(), type.multiplyAdds() / 1e6);
        }
    }

    private static String mebibytes(long bytes) {
        return bytes == 0 ? "unknown" : String.format("%.0f MiB", bytes / MEBIBYTE);
    }
}
