package reaging.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program in a process of its own, which may be interrupted and killed; killed when it is closed. */
final class RaganProcess implements AutoCloseable {
    private static final int MOST_MINUTES = 5;

    private final Path output;
    private final Process process;

    /**
     * Starts it.
     *
     * @param output what it prints, progress bars included
     */
    RaganProcess(Path output, String... arguments) throws IOException {
        this(List.of(), output, arguments);
    }

    /**
     * Starts it by another program.
     *
     * @param starter that program and its arguments, which the program to start is added to
     */
    RaganProcess(List<String> starter, Path output, String... arguments) throws IOException {
        this.output = output;
        List<String> command = new ArrayList<>(starter);
        // With the progress bar: its library must not take signals away.
        command.addAll(RaganCommand.of("-Dragan.terminal=" + output));
        command.addAll(Arrays.asList(arguments));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        output.resolveSibling(output.getFileName() + ".native").toFile())
                .start();
    }

    /** Waits for something that the process does, or for its end. */
    void awaitThat(BooleanSupplier happened) throws InterruptedException {
        long began = System.nanoTime();
        while (process.isAlive() && !happened.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(1);
            if (System.nanoTime() - began > TimeUnit.MINUTES.toNanos(MOST_MINUTES)) {
                throw new AssertionError("nothing of the kind within " + MOST_MINUTES + " minutes: " + printed());
            }
        }
    }

    boolean hasPrinted(String text) {
        return printed().contains(text);
    }

    String printed() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            return ""; // half a character so far
        }
    }

    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(2 * MOST_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("no end within " + 2 * MOST_MINUTES + " minutes: " + printed());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
