package reaging.run;

import java.util.Locale;

/**
 * A return to a checkpoint after training diverged.
 *
 * @param step step of the checkpoint
 * @param from step at which the trouble was detected
 * @param trouble description of the trouble
 * @param recoveries number of returns so far
 * @param learningRate learning rate from here on
 */
public record Incident(long step, long from, String trouble, int recoveries, float learningRate) {
    public Incident(Checkpoints.State state, long from, String trouble, Schedule schedule) {
        this(
                state.step(),
                from,
                trouble,
                state.recoveries(),
                schedule.slowed(state.recoveries()).learningRate(state.images()));
    }

    public String text() {
        return String.format(
                Locale.ROOT,
                "step %d: %s; back to step %d with learning rate %.2g (return %d)",
                from,
                trouble,
                step,
                learningRate,
                recoveries);
    }
}
