package reaging.app.options;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import reaging.run.TrainingConfig;
import reaging.runtime.Cluster;
import reaging.runtime.Device;
import reaging.runtime.Devices;

/** The options that choose the devices for training. */
public final class DeviceOptions {
    @Option(
            names = "--device",
            defaultValue = "auto",
            description =
                    "Device to compute on, here or on each worker: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Device device = Device.AUTO;

    @ArgGroup
    private Several several = new Several();

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            description =
                    "With --cluster: address at which workers reach this machine; default localhost and a free port.")
    private @Nullable String address;

    /** What shares each step: local devices or machines. */
    static final class Several {
        @Option(
                names = "--devices",
                split = ",",
                paramLabel = "DEVICE",
                description = "Devices of this machine that share each step, such as gpu:0,gpu:1 or cpu:0,cpu:1.")
        private List<String> devices = List.of();

        @Option(
                names = "--cluster",
                split = ",",
                paramLabel = "HOST:PORT",
                description = "Machines that share each step: the addresses of processes of \"ragan worker\".")
        private List<String> workers = List.of();
    }

    /** Returns the requested devices. */
    public Devices devices() {
        if (!several.workers.isEmpty()) {
            var cluster =
                    address == null ? Cluster.ofLocalChief(several.workers) : new Cluster(address, several.workers);
            return Devices.of(cluster, device);
        }
        if (address != null) {
            throw new IllegalArgumentException("--address requires --cluster; leave it out");
        }
        return several.devices.isEmpty() ? Devices.of(device) : Devices.local(several.devices);
    }

    /** Returns the configuration with a micro-batch for each device. */
    public TrainingConfig shared(TrainingConfig config) {
        int count = Math.max(1, Math.max(several.workers.size(), several.devices.size()));
        if (count == 1) {
            return config;
        }
        if (config.batch() % count != 0) {
            throw new IllegalArgumentException("the batch must be a multiple of the " + count
                    + " devices that share it but is " + config.batch() + "; try --batch "
                    + count * ((config.batch() + count - 1) / count));
        }
        return config.withMicroBatch(config.batch() / count);
    }
}
