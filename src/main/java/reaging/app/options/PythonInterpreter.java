package reaging.app.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the Python that has the packages of {@code notebooks/requirements.txt}, if any. */
public final class PythonInterpreter {
    private static final String SETTING = "RAGAN_PYTHON";

    private PythonInterpreter() {}

    /** Returns what {@code RAGAN_PYTHON} names, or the one in {@code .venv} here or beside the program, or the first on the path. */
    public static String command() {
        // An empty variable is none, as for the shell scripts.
        var named = Objects.requireNonNullElse(System.getProperty(SETTING, System.getenv(SETTING)), "");
        return !named.isEmpty()
                ? named
                : Stream.of(Path.of(""), home())
                        .map(folder -> folder.resolve(".venv/bin/python"))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .findFirst()
                        .orElse("python3");
    }

    /** Returns the folder of the Python version. */
    public static Path notebooks() {
        return home().resolve("notebooks");
    }

    private static Path home() {
        return Path.of(System.getProperty("ragan.home", ""));
    }
}
