package reaging.app.shell;

import java.util.ArrayList;
import java.util.List;

/** What was opened and is not closed yet; the end of the process closes it. */
final class OpenResources {
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OpenResources::closeAll, "close"));
    }

    private OpenResources() {}

    /** Remembers something that is open. */
    static synchronized <T extends AutoCloseable> T keep(T opened) {
        OPEN.add(opened);
        return opened;
    }

    /** Forgets something that was closed. */
    static synchronized void forget(AutoCloseable closed) {
        OPEN.removeIf(held -> held == closed);
    }

    /** What is open, the oldest first. */
    static synchronized List<AutoCloseable> all() {
        return List.copyOf(OPEN);
    }

    /** Closes everything, the newest first. */
    static void closeAll() {
        var open = all();
        for (int i = open.size() - 1; i >= 0; i--) {
            close(open.get(i));
        }
    }

    /** Closes one thing. */
    static void close(AutoCloseable held) {
        forget(held);
        try {
            held.close();
        } catch (Exception e) { // AutoCloseable allows any
            throw new IllegalStateException("cannot close " + held, e);
        }
    }
}
