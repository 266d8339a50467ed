package reaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs Python scripts with the packages of {@code notebooks/requirements.txt}. Tests that need them are skipped where there
 * is no such Python: {@code .venv} in the repository's root, or what the environment variable or the system property
 * {@code RAGAN_PYTHON} names.
 */
public final class Python {
    private static final String SETTING = "RAGAN_PYTHON";

    /** Why a test is skipped, and what to do about it. */
    public static final String MISSING = "skipped: no Python with TensorFlow; to get one: python3 -m venv .venv &&"
            + " .venv/bin/pip install -r notebooks/requirements.txt; or set RAGAN_PYTHON to another one";

    private Python() {}

    private static final String CHECK = "import importlib.util as u, sys;"
            + " sys.exit(not all(map(u.find_spec, ['tensorflow', 'keras', 'h5py', 'nbclient'])))";

    private static Boolean available;

    /** Whether a Python with the packages is set up. */
    public static synchronized boolean available() {
        if (available == null) {
            available = Files.exists(interpreter()) && hasPackages();
        }
        return available;
    }

    private static boolean hasPackages() {
        return exitCode(CHECK) == 0;
    }

    private static int exitCode(String program) {
        try {
            return new ProcessBuilder(interpreter().toString(), "-c", program)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + interpreter() + "; correct " + SETTING, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Skips the test that calls it where no Python is set up, or it lacks a package that is not among the usual ones. */
    public static void require(String module, String cure) {
        require();
        assumeTrue(
                exitCode("import importlib.util as u, sys; sys.exit(u.find_spec('" + module + "') is None)") == 0,
                () -> "skipped: no Python package " + module + "; to get it: " + cure);
    }

    /** Skips the test that calls it where no Python is set up. */
    public static void require() {
        assumeTrue(available(), MISSING);
    }

    private static Path interpreter() {
        var named = System.getProperty(SETTING, System.getenv(SETTING));
        var windows = Path.of(".venv", "Scripts", "python.exe");
        var installed = Files.exists(windows) ? windows : Path.of(".venv", "bin", "python");
        return named == null ? installed.toAbsolutePath() : Path.of(named);
    }

    /**
     * Runs a script, which finds the modules of {@code notebooks/}; skips the test where no Python is set up.
     *
     * @param script relative to the repository's root
     * @return what it printed
     * @throws AssertionError with the script's error output if it fails or takes longer than the limit
     */
    public static String run(Duration limit, Path script, Object... arguments) {
        require();
        List<String> command = new ArrayList<>(List.of(interpreter().toString(), script.toString()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        try {
            // Files: pipes would have to be emptied while the script runs.
            var output = File.createTempFile("python", ".out");
            var errors = File.createTempFile("python", ".err");
            try {
                var process = process(command)
                        .redirectOutput(output)
                        .redirectError(errors)
                        .start();
                return output(process, limit, command, output, errors);
            } finally {
                Files.delete(output.toPath());
                Files.delete(errors.toPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        }
    }

    /** A process that can be started to run Python with these arguments; skips the test where no Python is set up. */
    static ProcessBuilder process(String... arguments) {
        require();
        List<String> command = new ArrayList<>(List.of(interpreter().toString()));
        command.addAll(List.of(arguments));
        return process(command);
    }

    private static ProcessBuilder process(List<String> command) {
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.put("PYTHONPATH", "notebooks");
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("TF_CPP_MIN_LOG_LEVEL", "3");
        // Bounds are those of a CPU.
        environment.put("CUDA_VISIBLE_DEVICES", "-1");
        return builder;
    }

    private static String output(Process process, Duration limit, List<String> command, File output, File errors)
            throws IOException {
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            var reason = ended ? "exit code " + process.exitValue() : "not done in " + limit.toSeconds() + " s";
            throw new AssertionError(
                    String.join(" ", command) + ": " + reason + "\n" + Files.readString(errors.toPath()));
        }
        return Files.readString(output.toPath());
    }
}
