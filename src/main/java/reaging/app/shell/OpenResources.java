package reaging.app.shell;

import java.util.ArrayList;
import java.util.List;

/** Keeps track of resources that are open; the end of the process closes them. */
final class OpenResources {
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OpenResources::closeAll, "close"));
    }

    private OpenResources() {}

    /** Remembers an open resource. */
    static synchronized <T extends AutoCloseable> T keep(T opened) {
        OPEN.add(opened);
        return opened;
    }

    /** Forgets a closed resource. */
    static synchronized void forget(AutoCloseable closed) {
        OPEN.removeIf(held -> held == closed);
    }

    /** Returns the open resources, oldest first. */
    static synchronized List<AutoCloseable> all() {
        return List.copyOf(OPEN);
    }

    /** Closes everything, newest first. */
    static void closeAll() {
        var open = all();
        for (int i = open.size() - 1; i >= 0; i--) {
            close(open.get(i));
        }
    }

    /** Closes one resource. */
    static void close(AutoCloseable held) {
        forget(held);
        try {
            held.close();
        } catch (Exception e) { // AutoCloseable may throw any exception
            throw new IllegalStateException("cannot close " + held, e);
        }
    }
}
