package reaging.run;

import com.google.gson.annotations.SerializedName;
import org.jspecify.annotations.Nullable;

/** Follows the progress of a run, and may stop it. */
public interface TrainingListener {
    /** Called when the run starts or resumes after {@code step} of {@code steps} steps. */
    void started(long step, long steps);

    /** Called after each step. */
    void stepped(Report report);

    /** Called after each line of the log. */
    void ticked(Report report);

    /** Called with a notice for the user, such as a skipped file or a written snapshot. */
    void notice(String text);

    /** Whether to write a checkpoint and stop after this step. */
    boolean stopRequested();

    /**
     * The progress of a run.
     *
     * @param step completed steps
     * @param images number of images seen so far
     * @param epoch fractional epoch of the schedule
     * @param metrics means since the last line of the log
     * @param learningRate learning rate of the last step
     * @param imagesPerSecond speed since the last line of the log
     * @param seconds duration of training so far
     * @param memory memory used by the process
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

        /** Returns the usual measure of speed: seconds per thousand images. */
        public double secondsPerKimg() {
            return 1000 / imagesPerSecond;
        }
    }
}
