package reaging.app;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the launcher says of the terminal, in system properties. */
final class Terminal {
    private Terminal() {}

    /** Whether stderr is a terminal; Java cannot ask on every version. */
    static boolean attended() {
        return Boolean.getBoolean("ragan.terminal");
    }

    /** Takes the stderr that the launcher opened past its filter of TensorFlow's chatter, if it did. */
    static void openStderr() {
        String path = System.getProperty("ragan.stderr");
        if (path == null) {
            return;
        }
        try {
            System.setErr(new PrintStream(new FileOutputStream(path), true, StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            System.err.println("ragan: cannot open " + path + ", going on with the usual stderr: " + e.getMessage());
        }
    }
}
