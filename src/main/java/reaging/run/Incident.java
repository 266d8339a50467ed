package reaging.run;

import java.util.Locale;

/**
 * That training went wrong and went back to a checkpoint.
 *
 * @param step that it went back to
 * @param from the step at which it was seen
 * @param trouble what was seen
 * @param recoveries how often that has happened
 * @param learningRate that the run goes on with
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
