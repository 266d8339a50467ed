package reaging.run;

import com.google.gson.annotations.SerializedName;
import org.jspecify.annotations.Nullable;

/** Who watches a run, and may stop it. */
public interface TrainingListener {
    /** The run begins, or goes on, after {@code step} of {@code steps} steps. */
    void started(long step, long steps);

    /** A step is done. */
    void stepped(Report report);

    /** A line of the log is written. */
    void ticked(Report report);

    /** Something that a person should know: a file skipped, a snapshot written. */
    void notice(String text);

    /** Whether to write a checkpoint and stop after this step. */
    boolean stopRequested();

    /**
     * How a run stands.
     *
     * @param step steps done
     * @param images seen so far
     * @param epoch of the schedule, with fractions
     * @param metrics mean since the last line of the log
     * @param learningRate of the last step
     * @param imagesPerSecond since the last line of the log
     * @param seconds of training so far
     * @param memory that the process occupies
     * @param heldOutCycle cycle error of the averaged generator on held-out faces; null: not measured now
     */
    record Report(
            long step,
            long images,
            double epoch,
            @SerializedName("losses") Metrics metrics,
            float learningRate,
            double imagesPerSecond,
            double seconds,
            Memory memory,
            @Nullable Double heldOutCycle) {

        /** The field's measure of speed: seconds for a thousand images. */
        public double secondsPerKimg() {
            return 1000 / imagesPerSecond;
        }
    }
}
