package reaging.app.terminal;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The terminal behind stderr, if any. The launcher says whether there is one, since not every Java version can tell. */
public final class Terminal {
    private static final @Nullable String PATH = System.getProperty("ragan.terminal");

    /** The process that filters TensorFlow's chatter out of stderr; 0: none. */
    private static final long FILTER = Long.getLong("ragan.filter", 0);

    private static final int LONGEST_SECONDS = 2;

    private Terminal() {}

    /** Whether stderr is a terminal. */
    public static boolean attended() {
        return PATH != null;
    }

    /**
     * Lets the launcher's filter pass on all output if stderr is not a terminal, so that a program that reads it from a file
     * after this one has ended also finds the last line. Nothing can be written to stderr afterwards.
     */
    public static void close() {
        if (FILTER > 0) {
            System.err.close(); // the end of the filter's input
            ProcessHandle.of(FILTER).ifPresent(Terminal::await);
        }
    }

    private static void await(ProcessHandle filter) {
        try {
            filter.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return; // a child process that outlives this one holds stderr open
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes to the terminal past the launcher's filter of TensorFlow's chatter. */
    public static void open() {
        if (PATH == null) {
            return;
        }
        try {
            System.setErr(new PrintStream(new FileOutputStream(PATH), true, StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            System.err.println("ragan: cannot open " + PATH + ", using the usual stderr: " + e.getMessage());
        }
    }
}
