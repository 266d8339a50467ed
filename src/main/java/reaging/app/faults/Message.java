package reaging.app.faults;

import java.io.UncheckedIOException;

/** What the program says about an exception. */
public final class Message {
    private Message() {}

    /** Returns what went wrong and why, in one line. */
    public static String of(Throwable thrown) {
        return Faults.behind(thrown)
                .map(Faults::line)
                .orElseGet(() -> message(thrown))
                .replaceAll("\\s*\\R\\s*", " ");
    }

    private static String message(Throwable thrown) {
        if (thrown.getMessage() == null) {
            return thrown.toString();
        }
        return Cures.onTheCommandLine(
                thrown instanceof UncheckedIOException failure ? IoFault.text(failure) : thrown.getMessage());
    }
}
