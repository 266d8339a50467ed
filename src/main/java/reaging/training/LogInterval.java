package reaging.training;

import reaging.run.Checkpoints;
import reaging.run.Memory;
import reaging.run.Schedule;
import reaging.run.TrainingListener;

/** Sums what happens between two lines of the log. Only steps count as time, not what is drawn and written in between. */
final class LogInterval {
    private Checkpoints.State state;
    private Measured sum = Measured.ZERO;
    private long steps;
    private long images;
    private double seconds;
    private long began;

    LogInterval(Checkpoints.State state) {
        this.state = state;
    }

    /** A step begins. */
    void begin() {
        began = System.nanoTime();
    }

    /** The step is done; returns how far the run is now. */
    Checkpoints.State add(Measured measured, int count) {
        double now = (System.nanoTime() - began) / 1e9;
        sum = sum.plus(measured);
        steps++;
        images += count;
        seconds += now;
        state = state.after(count, now, measured.overflowed());
        return state;
    }

    /** Notes down what a snapshot measured. */
    Checkpoints.State heldOutCycle(double error) {
        state = state.withHeldOutCycle(error);
        return state;
    }

    TrainingListener.Report report(Schedule schedule) {
        var mean = sum.over(steps);
        return new TrainingListener.Report(
                state.step(),
                state.images(),
                schedule.epoch(state.images()),
                mean.losses(),
                mean.diversity(),
                schedule.learningRate(state.images()),
                images / seconds,
                state.seconds(),
                Memory.now(),
                state.heldOutCycle());
    }

    /** Begins the next line. */
    void restart() {
        sum = Measured.ZERO;
        steps = 0;
        images = 0;
        seconds = 0;
    }
}
