package reaging.app.training;

import java.util.concurrent.Callable;
import org.tensorflow.exceptions.TensorFlowException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.runtime.Cluster;

/** Computes for a training process on this or another machine. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description =
                "Computes for \"ragan train --cluster\" in another process or on another machine until interrupted."
                        + " Anyone who can reach the port can run anything here, since TensorFlow's gRPC has no passwords and"
                        + " listens on all interfaces: use it only in a closed network.",
        footer = {
            "",
            "Example:",
            "  ragan worker --port 4001",
            "  ragan train --cluster localhost:4001,localhost:4002    in another terminal"
        })
public final class WorkerCommand implements Callable<Integer> {
    @Option(names = "--port", required = true, description = "Port to listen on, on all interfaces.")
    private int port;

    @Override
    public Integer call() {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("--port must be from 1 to 65535 but is " + port + "; try 4001");
        }
        try {
            var server = Cluster.worker(port);
            System.err.println(
                    "worker listening on port " + port + " of all interfaces, without passwords; Ctrl-C ends it");
            server.join();
            return 0;
        } catch (TensorFlowException e) {
            throw new IllegalStateException(
                    "port " + port + " must be free but a server cannot start on it; try another --port", e);
        }
    }
}
