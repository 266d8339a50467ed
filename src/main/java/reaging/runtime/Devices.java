package reaging.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;

/**
 * The devices that training uses: a single one, or several that compute the micro-batches of a step at the same time. Variables
 * are always in one place, with the first device of this process.
 *
 * @param kind kind of the device that holds the variables
 * @param several devices that share a step, by their TensorFlow names; empty: the single device does everything
 * @param virtualCpus number of CPU devices in this process, more than one if {@code several} names more
 * @param cluster the cluster that {@code several} belong to, if any
 */
public record Devices(Device kind, List<String> several, int virtualCpus, Optional<Cluster> cluster) {
    private static final Pattern NAME = Pattern.compile("(cpu|gpu):(\\d{1,3})");

    /** The GPU if available, or else the CPU. */
    public static final Devices AUTO = of(Device.AUTO);

    public Devices {
        several = List.copyOf(several);
    }

    /** Returns a single device. */
    public static Devices of(Device device) {
        return new Devices(device, List.of(), 1, Optional.empty());
    }

    /**
     * Returns several devices of this machine, such as "cpu:0", "cpu:1" or "gpu:0", "gpu:1". A CPU may be split into any number
     * of devices, which share its cores.
     *
     * @throws IllegalArgumentException if a name does not have this form or occurs twice
     */
    public static Devices local(List<String> names) {
        List<String> several = new ArrayList<>();
        int cpus = 1;
        boolean gpu = false;
        for (var name : names) {
            var parts = NAME.matcher(name.toLowerCase(Locale.ROOT).strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("a device must be cpu:N or gpu:N but is " + name + "; try cpu:0");
            }
            int index = Integer.parseInt(parts.group(2));
            boolean cpu = parts.group(1).equals("cpu");
            cpus = cpu ? Math.max(cpus, index + 1) : cpus;
            gpu |= !cpu;
            several.add("/device:" + parts.group(1).toUpperCase(Locale.ROOT) + ":" + index);
        }
        if (new HashSet<>(several).size() < several.size() || several.isEmpty()) {
            throw new IllegalArgumentException("each device must be named only once but the devices are " + names);
        }
        return new Devices(gpu ? Device.GPU : Device.CPU, several, cpus, Optional.empty());
    }

    /** Returns the first device of each worker of a cluster. */
    public static Devices of(Cluster cluster, Device kind) {
        return new Devices(Device.CPU, cluster.devices(kind), 1, Optional.of(cluster));
    }

    /** Returns the number of micro-batches computed at the same time. */
    public int count() {
        return Math.max(1, several.size());
    }

    /** Opens a session for training; the caller closes it. */
    public Session open(Graph graph, Computing computing) {
        var config = config(computing);
        return cluster.map(there -> there.open(graph, config)).orElseGet(() -> new Session(graph, config));
    }

    private ConfigProto config(Computing computing) {
        var config = Sessions.training(computing, kind).toBuilder();
        if (virtualCpus > 1) {
            config.putDeviceCount("CPU", virtualCpus);
        }
        return config.build();
    }
}
