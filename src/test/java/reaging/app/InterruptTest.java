package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs kill")
@Tag("slow")
class InterruptTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void interruptedTrainingWritesACheckpointAndExitsWith130() throws IOException, InterruptedException {
        try (var process = new RaganProcess(
                folder.resolve("output"),
                "train",
                "--preset",
                "tiny-32",
                "--kimg",
                "1000",
                "--batch",
                "2",
                "--out",
                folder.resolve("runs").toString())) {
            // A bar with a loss has seen a step.
            process.awaitThat(() -> process.hasPrinted("rec 0"));
            process.interrupt();
            assertEquals(130, process.exitCode(), process.printed());
            assertTrue(process.hasPrinted("resume with"), process.printed());
        }
        try (var checkpoints = Files.list(folder.resolve("runs/00000-synthetic-tiny-32/checkpoints"))) {
            List<Path> found = checkpoints.toList();
            assertEquals(1, found.size());
            assertTrue(Files.exists(found.get(0).resolve("variables.index")));
        }
    }

    @Test
    @Timeout(300)
    void interruptedAblationWritesACheckpointAndSaysHowToGoOn() throws IOException, InterruptedException {
        var out = folder.resolve("ablation");
        try (var process =
                new RaganProcess(folder.resolve("output"), "ablate", "--kimg", "1000", "--out", out.toString())) {
            process.awaitThat(() -> process.hasPrinted("rec 0"));
            process.interrupt();
            assertEquals(130, process.exitCode(), process.printed());
            assertTrue(process.hasPrinted("run the same command again to resume"), process.printed());
        }
        try (var checkpoints = Files.list(out.resolve("whole-seed-0/checkpoints"))) {
            assertEquals(1, checkpoints.count());
        }
    }
}
