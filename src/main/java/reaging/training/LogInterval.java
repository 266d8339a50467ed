package reaging.training;

import reaging.run.Checkpoints;
import reaging.run.Memory;
import reaging.run.Metrics;
import reaging.run.Schedule;
import reaging.run.TrainingListener;

/** Averages metrics between two lines of the log. Only steps count as time, not drawing and writing in between. */
final class LogInterval {
    private final Checkpoints.State from;
    private Metrics sum = Metrics.ZERO;

    /** Starts an interval after a step. */
    LogInterval(Checkpoints.State from) {
        this.from = from;
    }

    /** Adds a step. */
    void add(Metrics metrics) {
        sum = sum.plus(metrics);
    }

    /** Returns the report of the interval; {@code now} is the state after the last added step. */
    TrainingListener.Report report(Checkpoints.State now, Schedule schedule) {
        return new TrainingListener.Report(
                now.step(),
                now.images(),
                schedule.epoch(now.images()),
                sum.over(now.step() - from.step()),
                schedule.learningRate(now.images()),
                (now.images() - from.images()) / (now.seconds() - from.seconds()),
                now.seconds(),
                Memory.now(),
                now.heldOutCycle());
    }
}
