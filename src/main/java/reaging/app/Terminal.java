package reaging.app;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The terminal that somebody watches, if stderr is one. The launcher says so: Java cannot ask on every version. */
final class Terminal {
    private static final String PATH = System.getProperty("ragan.terminal");

    private Terminal() {}

    /** Whether stderr is a terminal. */
    static boolean attended() {
        return PATH != null;
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
