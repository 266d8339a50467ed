package reaging.evaluation.predictions;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import reaging.data.AgeGroup;

/** Chooses how many people to re-age and judge at a time. */
public final class BatchSize {
    private static final int MOST = 16; // more is not faster
    private static final long FEATURE_MAPS = 240; // of the image's size, kept by a generator; most are smaller
    private static final long EVALUATORS = 20_000_000; // bytes that the evaluators need per face

    private BatchSize() {}

    /** Returns the number of people who take a quarter of the free memory, at least 1; each is re-aged to ten ages at once. */
    public static int fitting(int imageSize) {
        long free =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
        long face = FEATURE_MAPS * Float.BYTES * imageSize * imageSize + EVALUATORS;
        return (int) Math.max(1, Math.min(MOST, free / 4 / (AgeGroup.COUNT * face)));
    }
}
