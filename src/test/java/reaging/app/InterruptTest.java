package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs kill")
class InterruptTest {
    @TempDir
    private Path folder;

    @Test
    void interruptedTrainingWritesACheckpointAndExitsWith130() throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                        // With the progress bar: its library must not take the signal away.
                        "-Dragan.terminal=" + output,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "reaging.app.Ragan",
                        "train",
                        "--preset",
                        "tiny-32",
                        "--kimg",
                        "1000",
                        "--batch",
                        "2",
                        "--out",
                        folder.resolve("runs").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("native").toFile())
                .start();
        try {
            // A bar with a loss has seen a step.
            for (int i = 0; i < 600 && !read(output).contains("rec 0"); i++) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), read(output));
            assertEquals(130, process.exitValue(), read(output));
            assertTrue(read(output).contains("go on with"), read(output));
            try (var checkpoints = Files.list(folder.resolve("runs/00000-synthetic-tiny-32/checkpoints"))) {
                List<Path> found = checkpoints.toList();
                assertEquals(1, found.size());
                assertTrue(Files.exists(found.get(0).resolve("variables.index")));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
