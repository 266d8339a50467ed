package reaging.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Server;
import org.tensorflow.Session;
import org.tensorflow.proto.ClusterDef;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.JobDef;
import org.tensorflow.proto.ServerDef;

/**
 * Machines that compute together over TensorFlow's own gRPC runtime: a chief, which is this process and holds the variables, and
 * workers, each a process with a {@link #worker server}. Anyone who can reach a server can run anything on it, since TensorFlow's
 * gRPC has no authentication and its servers listen on all interfaces.
 *
 * @param address host and port at which the workers reach this process
 * @param workers host and port of each worker
 */
public record Cluster(String address, List<String> workers) {
    /** The name of a server until a session names the cluster; TensorFlow requires the two to differ. */
    private static final String ALONE = "alone";

    private static final int PATIENCE_SECONDS = 5;
    private static final int CONNECT_MILLISECONDS = 10_000;

    private static final String CHIEF = "chief";
    private static final String WORKER = "worker";
    private static final Pattern TASK = Pattern.compile("/job:" + WORKER + "/replica:0/task:(\\d{1,3})");

    /** Thrown when a worker no longer answers. */
    public static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAnswer(String worker, IOException reason) {
            super(worker + " does not answer: " + reason.getMessage(), reason);
        }
    }

    public Cluster {
        workers = List.copyOf(workers);
        if (workers.isEmpty()) {
            throw new IllegalArgumentException("a cluster must have at least one worker but has none; name HOST:PORT");
        }
        for (var each : workers) {
            requireAddress(each);
        }
        requireAddress(address);
    }

    /** Creates a cluster with this process on localhost at a free port. */
    public static Cluster ofLocalChief(List<String> workers) {
        return new Cluster("localhost:" + freePort(), workers);
    }

    private static void requireAddress(String address) {
        if (!address.matches("[^:\\s/]+:\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "an address must be HOST:PORT but is " + address + "; try localhost:4000");
        }
    }

    /**
     * Computes something that needs the workers. TensorFlow itself waits silently and endlessly for a lost worker, so a long
     * computation checks whether they still answer.
     *
     * @throws NoAnswer if one does not answer; the computation may then never end, and its session can no longer be closed
     */
    public <T> T whileTheyAnswer(Supplier<T> computed) {
        var result = new CompletableFuture<T>();
        var thread = new Thread(() -> complete(result, computed), "cluster");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                requireAnswers();
            } catch (ExecutionException e) {
                throw (RuntimeException) e.getCause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the workers compute", e);
            }
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> computed) {
        try {
            result.complete(computed.get());
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    /** Returns the worker that caused a failure of a session, as far as TensorFlow names it. */
    public String culprit(RuntimeException failure) {
        var message = String.valueOf(failure.getMessage());
        var task = TASK.matcher(message);
        if (task.find() && Integer.parseInt(task.group(1)) < workers.size()) {
            return workers.get(Integer.parseInt(task.group(1)));
        }
        return message.lines().findFirst().orElse("no reason given");
    }

    private void requireAnswers() {
        for (var worker : workers) {
            try {
                connect(worker);
            } catch (IOException e) {
                throw new NoAnswer(worker, e);
            }
        }
    }

    private static void requireRunning(String worker) {
        try {
            connect(worker);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "each worker of a cluster must be running but " + worker + " does not answer (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    private static void connect(String worker) throws IOException {
        int colon = worker.indexOf(':');
        try (var socket = new Socket()) {
            int port = Integer.parseInt(worker.substring(colon + 1));
            socket.connect(new InetSocketAddress(worker.substring(0, colon), port), CONNECT_MILLISECONDS);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find a free port", e);
        }
    }

    /**
     * Starts a server that computes for sessions of other processes until this process ends.
     *
     * @throws org.tensorflow.exceptions.TensorFlowException if the port is taken
     */
    public static Server worker(int port) {
        return server("localhost:" + port);
    }

    private static Server server(String address) {
        OneDnn.choose();
        var server = new Server(ServerDef.newBuilder()
                .setCluster(ClusterDef.newBuilder().addJob(job(ALONE, List.of(address))))
                .setJobName(ALONE)
                .setTaskIndex(0)
                .setProtocol("grpc")
                .build());
        server.start();
        return server;
    }

    private static JobDef job(String name, List<String> addresses) {
        var job = JobDef.newBuilder().setName(name);
        IntStream.range(0, addresses.size()).forEach(task -> job.putTasks(task, addresses.get(task)));
        return job.build();
    }

    /** Returns the first CPU or GPU of each worker, as TensorFlow names it. */
    List<String> devices(Device kind) {
        var type = kind == Device.GPU ? "GPU" : "CPU";
        return IntStream.range(0, workers.size())
                .mapToObj(task -> "/job:" + WORKER + "/replica:0/task:" + task + "/device:" + type + ":0")
                .toList();
    }

    /** Starts this process's server, which never ends, and opens a session on it; the caller closes the session. */
    Session open(Graph graph, ConfigProto config) {
        workers.forEach(Cluster::requireRunning);
        server(localized(address));
        var cluster =
                ClusterDef.newBuilder().addJob(job(CHIEF, List.of(address))).addJob(job(WORKER, workers));
        // The server recognizes itself in the cluster by the exact address of its session.
        var target = "grpc://" + address;
        return RemoteSession.open(
                graph, target, config.toBuilder().setClusterDef(cluster).build());
    }

    private static String localized(String address) {
        return "localhost" + address.substring(address.indexOf(':'));
    }
}
