package reaging.app.terminal;

import java.util.function.Function;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on stderr. */
public final class Bars {
    private static final int WIDTH = 150;

    private Bars() {}

    /** Does work that reports its progress, with a bar if stderr is a terminal. */
    public static <T> T during(String task, long steps, Function<IntConsumer, T> work) {
        if (!Terminal.attended()) {
            return work.apply(done -> {});
        }
        try (var bar = open(task, steps)) {
            return work.apply(bar::stepTo);
        }
    }

    /** Does work that reports the end of each step, with a bar if stderr is a terminal. */
    public static <T> T whileStepping(String task, long steps, Function<Runnable, T> work) {
        if (!Terminal.attended()) {
            return work.apply(() -> {});
        }
        try (var bar = open(task, steps)) {
            return work.apply(bar::step);
        }
    }

    /** Opens a bar and draws it at once; the caller closes it. */
    static ProgressBar open(String task, long steps) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(500)
                .setStyle(ProgressBarStyle.ASCII)
                // Not the default consumer: it lets JLine take Ctrl-C away from the JVM, whose hook saves a checkpoint.
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build();
    }
}
