package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.model.ModelConfig;
import reaging.model.NetworkVariables;
import reaging.run.TrainingLog;

/** Training with workers on other hosts: network namespaces of this machine, with a cable from the chief's to each worker's. */
@Tag("slow")
class NetworkTest {
    private static final int WORKERS = 3;

    @TempDir
    private Path folder;

    private final List<String> hosts = new ArrayList<>();

    @AfterEach
    void removeHosts() throws InterruptedException {
        for (var host : hosts) {
            ip("netns del " + host);
        }
    }

    private static boolean ip(String arguments) throws InterruptedException {
        return SystemCommand.succeeds(("ip " + arguments).split(" "));
    }

    private String host(String name) throws InterruptedException {
        var host = "ragan-" + ProcessHandle.current().pid() + "-" + name;
        assumeTrue(ip("netns add " + host), "a network namespace can be made (Linux, root, iproute2)");
        hosts.add(host);
        require("-n " + host + " link set lo up");
        return host;
    }

    private static void require(String arguments) throws InterruptedException {
        assertTrue(ip(arguments), "ip " + arguments);
    }

    private static void connect(String chief, String worker, int number) throws InterruptedException {
        var net = "10.77." + number + ".";
        require("link add w" + number + " netns " + chief + " type veth peer name eth0 netns " + worker);
        require("-n " + chief + " addr add " + net + "1/24 dev w" + number);
        require("-n " + chief + " link set w" + number + " up");
        require("-n " + worker + " addr add " + net + "2/24 dev eth0");
        require("-n " + worker + " link set eth0 up");
        require("-n " + worker + " route add default via " + net + "1"); // the chief has one address for all
    }

    private RaganProcess start(String host, String name, String command) throws IOException {
        return new RaganProcess(
                List.of("ip", "netns", "exec", host), folder.resolve(name + ".txt"), command.split(" ", -1));
    }

    private RaganProcess worker(String host) throws IOException, InterruptedException {
        var worker = start(host, host, "worker --port 4001");
        worker.awaitThat(() -> worker.hasPrinted("of all interfaces"));
        return worker;
    }

    private String command(String out, int steps) {
        return "train --preset tiny-32 --batch 6 --micro-batch 2 --snapshot-kimg 1000 --steps " + steps + " --out "
                + folder.resolve(out);
    }

    private double loss(String out, String name) throws IOException {
        var lines = TrainingLog.read(folder.resolve(out).resolve("00000-synthetic-tiny-32/log.jsonl"));
        return lines.get(lines.size() - 1).getAsJsonObject("losses").get(name).getAsDouble();
    }

    /** What has gone over the cable to a worker so far, in both directions, in bytes. */
    private static long carried(String chief, int number) throws IOException, InterruptedException {
        long bytes = 0;
        for (var way : List.of("rx_bytes", "tx_bytes")) {
            var file = "/sys/class/net/w" + number + "/statistics/" + way;
            var process = new ProcessBuilder("ip", "netns", "exec", chief, "cat", file).start();
            bytes +=
                    Long.parseLong(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            process.waitFor();
        }
        return bytes;
    }

    @Test
    void workersOnOtherHostsTrainAsOneProcessDoesAndGetWhatTheManualSays() throws IOException, InterruptedException {
        var chief = host("chief");
        List<RaganProcess> workers = new ArrayList<>();
        try {
            for (int i = 1; i <= WORKERS; i++) {
                var host = host("worker" + i);
                connect(chief, host, i);
                workers.add(worker(host));
            }
            var cluster = " --cluster 10.77.1.2:4001,10.77.2.2:4001,10.77.3.2:4001 --address 10.77.1.1:4000";
            finish(start(chief, "few", command("few", 2) + cluster));
            long few = carried(chief, 1);
            finish(start(chief, "more", command("more", 8) + cluster));
            long more = carried(chief, 1) - few;
            finish(start(chief, "alone", command("alone", 8)));
            for (var name : List.of("real", "fake", "adversarial", "reconstruction", "cycle")) {
                assertEquals(loss("alone", name), loss("more", name), 1e-3, name);
            }
            var model = ModelConfig.preset("tiny-32");
            long parameters = parameters(NetworkVariables.ofGenerator(model))
                    + parameters(NetworkVariables.ofDiscriminator(model));
            // Both runs carry the graph once; six steps are the difference.
            assertEquals(12.0 * parameters, (more - few) / 6.0, 0.25 * 12 * parameters, "bytes of a step");
        } finally {
            workers.forEach(RaganProcess::close);
        }
    }

    private static long parameters(NetworkVariables network) {
        return network.trained().values().stream()
                .mapToLong(shape -> shape.size())
                .sum();
    }

    private static void finish(RaganProcess process) throws InterruptedException {
        try (process) {
            assertEquals(0, process.exitCode(), process.printed());
        }
    }
}
