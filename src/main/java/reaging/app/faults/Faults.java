package reaging.app.faults;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Explains an {@link Error} to the user: usually not a fault of the program itself but of the machine, the memory
 * or the installation, with a cause and a cure.
 */
public final class Faults {
    private static final int SHOWN_BYTES = 20; // of a mebibyte's binary digits

    private Faults() {}

    /** Finds the error behind what was thrown, if any; among several, the innermost, which came first. */
    public static Optional<Error> behind(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(Error.class::isInstance)
                .map(Error.class::cast)
                .reduce((outer, inner) -> inner);
    }

    /** Returns the cause and the cure in one line. */
    static String line(Error error) {
        if (error instanceof OutOfMemoryError) {
            return memory(String.valueOf(error.getMessage()));
        }
        if (error instanceof StackOverflowError) {
            return "Java's stack is full; enlarge it with RAGAN_JVM=-Xss8m; --debug shows what filled it";
        }
        if (isOfALibrary(error)) {
            return NativeLibrary.failure(reason(error));
        }
        if (error instanceof LinkageError) {
            return installation(error);
        }
        return "an internal error, " + reason(error) + "; --debug shows where it came from";
    }

    private static String memory(String reason) {
        if (reason.contains("native thread")) {
            return "no more threads can be started (" + reason + "); end other programs, or raise ulimit -u";
        }
        if (reason.contains("Metaspace") || reason.contains("class space")) {
            return "Java's memory for classes is full (" + reason + "); leave -XX:MaxMetaspaceSize out of RAGAN_JVM";
        }
        return "Java's memory of " + (Runtime.getRuntime().maxMemory() >> SHOWN_BYTES) + " MiB is full (" + reason
                + "); raise the limit, such as RAGAN_JVM=-Xmx4g, or use less at once, such as a smaller --batch";
    }

    /** Whether a native library is the cause: the first error says so itself, later ones name the class that needs it. */
    private static boolean isOfALibrary(Error error) {
        var message = String.valueOf(error.getMessage());
        return error instanceof UnsatisfiedLinkError
                || message.contains("UnsatisfiedLinkError")
                || (error instanceof LinkageError && message.contains("org.tensorflow"));
    }

    private static String installation(Error error) {
        var reason = reason(error);
        return reason.contains("jdk/") || reason.contains("com/sun/")
                ? "a full JDK is needed but " + System.getProperty("java.home") + " lacks a part of it (" + reason
                        + "); install a JDK 17 or later"
                : "a class of the program or of its libraries is incompatible (" + reason
                        + "); remove the folder target and start again to rebuild it";
    }

    private static String reason(Throwable error) {
        return error.getMessage() == null
                ? error.toString()
                : error.getClass().getSimpleName() + ": " + error.getMessage();
    }
}
