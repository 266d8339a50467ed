package reaging.app;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import reaging.training.TrainingListener;

/** Shows a run: a bar with losses and speed on a terminal, a line for each thousand images elsewhere. */
final class TerminalListener implements TrainingListener, AutoCloseable {
    private static final int LINE_IMAGES = 1000;

    private final PrintStream err;
    private final boolean terminal;
    private final Interrupt interrupt;
    private ProgressBar bar; // null: not on a terminal, or not begun
    private long lines = -1;

    TerminalListener(PrintStream err, boolean terminal, Interrupt interrupt) {
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
            bar.setExtraMessage(text(report));
        } else if (report.images() / LINE_IMAGES > lines) {
            lines = report.images() / LINE_IMAGES;
            err.printf("%7.1f kimg  %s%n", report.images() / 1000.0, text(report));
        }
    }

    private static String text(Report report) {
        var losses = report.losses();
        return String.format(
                "D %.3f r1 %.3f G %.3f rec %.3f cyc %.3f %.1f images/s",
                losses.real() + losses.fake(),
                losses.r1(),
                losses.adversarial(),
                losses.reconstruction(),
                losses.cycle(),
                report.imagesPerSecond());
    }

    @Override
    public void notice(String text) {
        err.println(text);
    }

    @Override
    public boolean stopRequested() {
        return interrupt.requested();
    }

    /** Takes the bar away. */
    void finished() {
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
