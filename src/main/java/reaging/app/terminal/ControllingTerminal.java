package reaging.app.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Queries the terminal that the process was started from, through the shell, since Java cannot. */
public final class ControllingTerminal {
    private static final int USUAL_COLUMNS = 80;

    private ControllingTerminal() {}

    /** Whether stdout is a terminal; output to a file or a pipe must not contain escapes. */
    public static boolean showsOutput() {
        try {
            return new ProcessBuilder("sh", "-c", "test -t 1")
                            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such shell: a terminal of another kind
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns its current width in columns; 80 if there is none. */
    public static int columns() {
        var size = ask("stty size").strip().split(" ", -1); // rows columns
        return size.length == 2 && size[1].matches("[1-9]\\d*") ? Integer.parseInt(size[1]) : USUAL_COLUMNS;
    }

    /** Returns the attributes that it reports; empty if there is none or it does not answer within 0.3 seconds. */
    public static String attributes() {
        return ask(
                "old=$(stty -g); stty raw -echo min 0 time 3; printf '\\033[c' >/dev/tty; dd bs=64 count=1 2>/dev/null;"
                        + " stty \"$old\"");
    }

    private static String ask(String script) {
        try {
            var process = new ProcessBuilder("sh", "-c", "{ " + script + "; } </dev/tty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            process.waitFor(1, TimeUnit.SECONDS);
            return answer;
        } catch (IOException e) {
            return ""; // no such shell: a terminal of another kind
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
