package reaging.app.shell;

import java.io.UncheckedIOException;
import java.util.function.Supplier;
import reaging.app.faults.Message;

/** An error reported in one line: JShell prints every frame of a stack trace, so this has none. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whether to show stack traces. */
    private static final boolean DEBUG = Boolean.getBoolean("ragan.debug");

    private Problem(String line) {
        super(line, null, false, false);
    }

    /** Does work and reports an error that the user can fix in one line. */
    static <T> T clearly(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException
                | IllegalStateException
                | UncheckedIOException
                | VirtualMachineError
                | LinkageError e) {
            if (DEBUG) {
                throw e;
            }
            throw new Problem(Message.of(e));
        }
    }
}
