package reaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One Python in which scripts run one after the other, each with what the ones before it defined, as in a notebook. */
public final class PythonSession implements AutoCloseable {
    private static final String DONE = "-- done --";

    private static final String LOOP = """
            import sys
            scope = {"__name__": "__main__"}
            for line in sys.stdin:
                file = line.rstrip("\\n")
                with open(file) as script:
                    exec(compile(script.read(), file, "exec"), scope)
                print("%s", flush=True)
            """.formatted(DONE);

    private final Process process;
    private final Duration limit;
    private final Writer scripts;
    private final BufferedReader printed;

    /**
     * Starts Python, which finds the modules of {@code notebooks/}; skips the test where none is set up.
     *
     * @param limit how long a script may take
     */
    public PythonSession(Duration limit) throws IOException {
        this.limit = limit;
        process = Python.process("-c", LOOP).redirectErrorStream(true).start();
        scripts = process.outputWriter();
        printed = process.inputReader();
    }

    /**
     * Runs a script.
     *
     * @param script absolute
     * @return what it printed
     * @throws AssertionError with that if it fails or takes longer than the limit
     */
    public String run(Path script) throws IOException {
        scripts.write(script + "\n");
        scripts.flush();
        var stop = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(limit.toSeconds(), TimeUnit.SECONDS));
        try {
            return untilDone(script);
        } finally {
            stop.cancel(false);
        }
    }

    private String untilDone(Path script) throws IOException {
        var output = new StringBuilder();
        for (var line = printed.readLine(); !DONE.equals(line); line = printed.readLine()) {
            if (line == null) {
                throw new AssertionError(script + " failed, or took longer than " + limit + ":\n" + output);
            }
            output.append(line).append('\n');
        }
        return output.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
