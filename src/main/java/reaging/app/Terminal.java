package reaging.app;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The terminal that somebody watches, if stderr is one. The launcher says so: Java cannot ask on every version. */
final class Terminal {
    private static final String PATH = System.getProperty("ragan.terminal");

    /** The process that takes TensorFlow's chatter out of what is written to stderr; 0: there is none. */
    private static final long FILTER = Long.getLong("ragan.filter", 0);

    private static final int LONGEST_SECONDS = 2;

    private Terminal() {}

    /** Whether stderr is a terminal. */
    static boolean attended() {
        return PATH != null;
    }

    /**
     * Lets the launcher's filter pass on all that was written, where there is no terminal: a program that reads a file of it
     * after the end of this one finds the last line too. Nothing can be written to stderr afterwards.
     */
    static void close() {
        if (FILTER > 0) {
            System.err.close(); // the end of the filter's input
            ProcessHandle.of(FILTER).ifPresent(Terminal::await);
        }
    }

    private static void await(ProcessHandle filter) {
        try {
            filter.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return; // a program that was started and goes on has its stderr too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes to the terminal past the launcher's filter of TensorFlow's chatter. */
    static void open() {
        if (PATH == null) {
            return;
        }
        try {
            System.setErr(new PrintStream(new FileOutputStream(PATH), true, StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            System.err.println("ragan: cannot open " + PATH + ", going on with the usual stderr: " + e.getMessage());
        }
    }
}
