package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import reaging.files.FileTree;

/** {@code kill -9}, and the same command again. */
@Tag("slow")
class KillTest {
    @TempDir
    private Path folder;

    /** A run in deterministic mode with a snapshot every five steps. */
    private String[] command(String out, int steps) {
        return ("train --preset tiny-32 --batch 2 --snapshot-kimg 0.01 --deterministic --steps " + steps + " --out "
                        + folder.resolve(out))
                .split(" ", -1);
    }

    private RaganProcess start(String out, int steps) throws IOException {
        return new RaganProcess(folder.resolve(out + ".txt"), command(out, steps));
    }

    private Path checkpoints(String out) {
        return folder.resolve(out).resolve("00000-synthetic-tiny-32").resolve("checkpoints");
    }

    private boolean isBeingWritten(String out) {
        return Files.exists(checkpoints(out).resolve("unfinished"));
    }

    private void finish(String out, int steps) throws IOException, InterruptedException {
        try (var process = start(out, steps)) {
            assertEquals(0, process.exitCode(), process.printed());
        }
    }

    private void assertEqualBits(int steps) throws IOException {
        var variables = Path.of(String.format("step-%08d", steps), "variables.data-00000-of-00001");
        assertEquals(
                -1,
                Files.mismatch(
                        checkpoints("undisturbed").resolve(variables),
                        checkpoints("killed").resolve(variables)),
                "every bit of every variable");
    }

    @Test
    void runKilledWhileItWritesACheckpointGoesOnAndEndsWithTheBitsOfAnUndisturbedOne()
            throws IOException, InterruptedException {
        int steps = 15;
        finish("undisturbed", steps);
        try (var process = start("killed", steps)) {
            process.awaitThat(() -> Files.exists(checkpoints("killed").resolve("step-00000005")));
            process.awaitThat(() -> isBeingWritten("killed"));
            process.kill();
        }
        try (var process = start("killed", steps)) {
            assertEquals(0, process.exitCode(), process.printed());
            assertTrue(process.hasPrinted("resuming "), process.printed());
        }
        assertEqualBits(steps);
    }

    /** {@code mvn test -Dtest=KillTest -Dragan.kills=50}; a few minutes. */
    @Test
    @EnabledIfSystemProperty(named = "ragan.kills", matches = "\\d+")
    void runKilledManyTimesEndsWithTheBitsOfAnUndisturbedOne() throws IOException, InterruptedException {
        int kills = Integer.getInteger("ragan.kills");
        int steps = 60 * kills;
        var random = new Random(kills);
        long began = System.nanoTime();
        finish("undisturbed", steps);
        long undisturbed = System.nanoTime();
        int duringWrites = 0;
        for (int kill = 1; kill <= kills; kill++) {
            FileTree.delete(checkpoints("killed").resolve("unfinished"));
            try (var process = start("killed", steps)) {
                // Every fifth as soon as a checkpoint is being written, the others at any moment.
                if (kill % 5 == 0) {
                    process.awaitThat(() -> process.hasPrinted("rec 0"));
                    process.awaitThat(() -> isBeingWritten("killed"));
                } else {
                    process.awaitThat(() -> process.hasPrinted("resuming ") || process.hasPrinted("new run"));
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(10_000));
                }
                process.kill();
                duringWrites += isBeingWritten("killed") ? 1 : 0;
            }
        }
        finish("killed", steps);
        assertEqualBits(steps);
        assertFalse(Files.exists(folder.resolve("killed").resolve("00001-synthetic-tiny-32")), "done too early");
        System.out.printf(
                "%d kills, %d of them during the write of a checkpoint, %d steps: %.0f s, undisturbed %.0f s%n",
                kills, duringWrites, steps, (System.nanoTime() - undisturbed) / 1e9, (undisturbed - began) / 1e9);
    }
}
