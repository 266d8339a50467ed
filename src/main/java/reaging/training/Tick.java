package reaging.training;

/** Sums what happens between two lines of the log. */
final class Tick {
    private Checkpoints.State state;
    private Measured sum = Measured.ZERO;
    private long steps;
    private long images;
    private long began = System.nanoTime();
    private double secondsBefore;

    Tick(Checkpoints.State state) {
        this.state = state;
        this.secondsBefore = state.seconds();
    }

    /** Counts a step; returns how far the run is now. */
    Checkpoints.State add(Measured measured, int count) {
        sum = sum.plus(measured);
        steps++;
        images += count;
        state = state.after(count, secondsBefore + elapsed());
        return state;
    }

    TrainingListener.Report report(Schedule schedule) {
        return new TrainingListener.Report(
                state.step(),
                state.images(),
                schedule.epoch(state.images()),
                sum.over(steps).losses(),
                sum.over(steps).diversity(),
                schedule.learningRate(state.images()),
                images / elapsed(),
                state.seconds());
    }

    void restart() {
        secondsBefore += elapsed();
        began = System.nanoTime();
        sum = Measured.ZERO;
        steps = 0;
        images = 0;
    }

    private double elapsed() {
        return (System.nanoTime() - began) / 1e9;
    }
}
