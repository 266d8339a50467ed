package reaging.app.terminal;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import reaging.run.TrainingListener;
import reaging.run.page.Durations;

/** Shows the progress of a run: a line for each thousand images and, on a terminal, a bar below it. */
public final class TerminalListener implements TrainingListener, AutoCloseable {
    /** Returns to the start of the line and clears it, so that what follows replaces the bar. */
    private static final String OVER_THE_BAR = "\r\033[2K";

    private final PrintStream err;
    private final boolean terminal;
    private final Interrupt interrupt;
    private @Nullable ProgressBar bar; // null: not on a terminal, or not started
    private boolean first = true;

    /**
     * Tells of one training.
     *
     * @param err where lines and the progress bar go
     * @param terminal whether that is a terminal, which shows the bar
     * @param interrupt whose request stops the training
     */
    public TerminalListener(PrintStream err, boolean terminal, Interrupt interrupt) {
        this.err = err;
        this.terminal = terminal;
        this.interrupt = interrupt;
    }

    @Override
    public void started(long step, long steps) {
        if (terminal) {
            bar = Bars.open("train", steps).stepTo(step);
        }
    }

    @Override
    public void stepped(Report report) {
        if (bar != null) {
            bar.stepTo(report.step());
            bar.setExtraMessage(losses(report) + String.format(" %.1f images/s", report.imagesPerSecond()));
        } else if (first) {
            // A sign of life: with large networks the first thousand images take a long time.
            notice("step " + report.step() + "  " + losses(report));
        }
        first = false;
    }

    @Override
    public void ticked(Report report) {
        notice(String.format(
                "kimg %.1f  time %s  s/kimg %.1f  %s  lr %.2g  mem %.2f GB heap %.2f GB%s",
                report.images() / 1000.0,
                Durations.text(report.seconds()),
                report.secondsPerKimg(),
                losses(report),
                report.learningRate(),
                report.memory().residentBytes() / 1e9,
                report.memory().heapBytes() / 1e9,
                report.heldOutCycle() == null ? "" : String.format("  held out %.4f", report.heldOutCycle())));
    }

    private static String losses(Report report) {
        var losses = report.metrics();
        return String.format(
                "D %.3f r1 %.3f G %.3f rec %.3f cyc %.3f%s",
                losses.real() + losses.fake(),
                losses.r1(),
                losses.adversarial(),
                losses.reconstruction(),
                losses.cycle(),
                losses.identity() == 0 ? "" : String.format(" id %.3f", losses.identity()));
    }

    @Override
    public void notice(String text) {
        err.println(bar == null ? text : OVER_THE_BAR + text);
    }

    @Override
    public boolean stopRequested() {
        return interrupt.requested();
    }

    /** Removes the bar. */
    public void finished() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        finished();
    }
}
