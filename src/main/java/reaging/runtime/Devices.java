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
 * Where training computes: on one device, or with the micro-batches of a step on several at the same time. Variables are in one
 * place all the same, with the first device of this process.
 *
 * @param kind of the device that holds the variables
 * @param several that share a step, as TensorFlow names them; empty: the one does everything
 * @param virtualCpus CPU devices that this process has, more than one where {@code several} name more
 * @param cluster of which {@code several} are a part, if there is one
 */
public record Devices(Device kind, List<String> several, int virtualCpus, Optional<Cluster> cluster) {
    private static final Pattern NAME = Pattern.compile("(cpu|gpu):(\\d{1,3})");

    /** The GPU if there is one, or else the CPU. */
    public static final Devices AUTO = of(Device.AUTO);

    public Devices {
        several = List.copyOf(several);
    }

    /** One device. */
    public static Devices of(Device device) {
        return new Devices(device, List.of(), 1, Optional.empty());
    }

    /**
     * Several devices of this machine, such as "cpu:0", "cpu:1" or "gpu:0", "gpu:1". A CPU may be cut into as many as one likes:
     * they share its cores.
     *
     * @throws IllegalArgumentException if a name is not of this form or is there twice
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
            throw new IllegalArgumentException("each device must be named once but they are " + names);
        }
        return new Devices(gpu ? Device.GPU : Device.CPU, several, cpus, Optional.empty());
    }

    /** The first device of each worker of a cluster. */
    public static Devices of(Cluster cluster, Device kind) {
        return new Devices(Device.CPU, cluster.devices(kind), 1, Optional.of(cluster));
    }

    /** How many micro-batches are computed at the same time. */
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
