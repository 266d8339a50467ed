package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.run.Checkpoints;
import reaging.run.TrainingLog;

/** Training with workers, each a process of its own on this machine. */
@Tag("slow")
class ClusterTest {
    private static final int STEPS = 5;
    private static final int MOST_SECONDS = 30;

    @TempDir
    private Path folder;

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private RaganProcess start(String name, String command) throws IOException {
        return new RaganProcess(folder.resolve(name + ".txt"), command.split(" ", -1));
    }

    private RaganProcess worker(int port) throws IOException, InterruptedException {
        var worker = start("worker" + port, "worker --port " + port);
        worker.awaitThat(() -> worker.hasPrinted("of all interfaces"));
        return worker;
    }

    private static String command(String out, int steps) {
        return "train --preset tiny-32 --batch 4 --micro-batch 2 --snapshot-kimg 0.012 --steps " + steps + " --out "
                + out;
    }

    private Path run(String out) {
        return folder.resolve(out).resolve("00000-synthetic-tiny-32");
    }

    private void finish(String name, String command) throws IOException, InterruptedException {
        try (var process = start(name, command)) {
            assertEquals(0, process.exitCode(), process.printed());
        }
    }

    private double loss(String out, String name) throws IOException {
        var lines = TrainingLog.read(run(out).resolve("log.jsonl"));
        return lines.get(lines.size() - 1).getAsJsonObject("losses").get(name).getAsDouble();
    }

    @Test
    void twoWorkersTrainAsOneProcessDoesAndWithoutOneOfThemTheRunEndsAndGoesOn()
            throws IOException, InterruptedException {
        finish("alone", command(folder.resolve("alone").toString(), STEPS));
        int one = freePort();
        int other = freePort();
        var both = " --cluster localhost:" + one + ",localhost:" + other;
        try (var first = worker(one);
                var second = worker(other)) {
            finish("together", command(folder.resolve("together").toString(), STEPS) + both);
            for (var name : List.of("real", "fake", "adversarial", "reconstruction", "cycle")) {
                assertEquals(loss("alone", name), loss("together", name), 1e-3, name);
            }

            // One is killed: the run ends with one line, and goes on with the other one.
            var killed = folder.resolve("killed").toString();
            try (var training = start("killed", command(killed, 1000) + both)) {
                training.awaitThat(
                        () -> Files.exists(run("killed").resolve("checkpoints").resolve("step-00000003")));
                second.kill();
                long began = System.nanoTime();
                assertEquals(1, training.exitCode(), training.printed());
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
                assertTrue(seconds <= MOST_SECONDS, seconds + " s");
                var last = training.printed()
                        .lines()
                        .reduce((before, line) -> line)
                        .orElse("");
                assertTrue(last.startsWith("ragan: all workers of a cluster must answer but one has not"), last);
                assertTrue(last.contains("localhost:" + other), last);
            }
            var checkpoint = new Checkpoints(run("killed").resolve("checkpoints"))
                    .latest()
                    .orElseThrow();
            assertTrue(checkpoint.state().step() >= 3);
            long steps = checkpoint.state().step() + 2;
            finish("resumed", "train --resume " + run("killed") + " --steps " + steps + " --cluster localhost:" + one);
            assertEquals(
                    steps,
                    new Checkpoints(run("killed").resolve("checkpoints"))
                            .latest()
                            .orElseThrow()
                            .state()
                            .step());
            assertTrue(first.hasPrinted("of all interfaces"));
        }
    }

    @Test
    void workerThatIsNotThereIsNamedAtOnce() throws IOException, InterruptedException {
        int port = freePort();
        var command = command(folder.resolve("out").toString(), 2) + " --cluster localhost:" + port;
        try (var process = start("none", command)) {
            assertEquals(2, process.exitCode(), process.printed());
            assertTrue(
                    process.hasPrinted("each worker of a cluster must be running but localhost:" + port),
                    process.printed());
        }
    }
}
