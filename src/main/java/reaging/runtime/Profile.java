package reaging.runtime;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.RunMetadata;

/**
 * The time profile of a step by the types of the ops that TensorFlow ran, after graph optimization: ops that were folded or shared
 * are missing, and oneDNN's ops have their own names.
 *
 * @param ops number of ops in a step
 * @param selfSeconds time of all of them together; more than the duration of the step if several run at a time
 * @param types types, the most expensive first
 */
public record Profile(long ops, double selfSeconds, List<OpType> types) {
    private static final Pattern TYPE = Pattern.compile(" = (\\w+)\\(");
    private static final String STREAM = "/stream:"; // a GPU's statistics of kernels, in addition to those of ops

    /**
     * The ops of a type in a step.
     *
     * @param type TensorFlow's name of the type, such as Conv2D
     * @param count number of ops
     * @param selfSeconds time in their kernels on all cores that a kernel uses; on a GPU only until a kernel is launched
     * @param share share of the self time of all types, in [0, 1]
     * @param multiplyAdds multiply-adds of convolutions and matrix products, else 0
     */
    public record OpType(String type, long count, double selfSeconds, double share, long multiplyAdds) {
        private OpType plus(OpType other) {
            return new OpType(
                    type,
                    count + other.count,
                    selfSeconds + other.selfSeconds,
                    share + other.share,
                    multiplyAdds + other.multiplyAdds);
        }

        private OpType perStep(int steps, double totalSeconds) {
            return new OpType(
                    type, count / steps, selfSeconds / steps, selfSeconds / totalSeconds, multiplyAdds / steps);
        }
    }

    public Profile {
        types = List.copyOf(types);
    }

    /**
     * Returns the mean over steps.
     *
     * @param graph the graph that ran
     * @param runs all runs of the steps
     */
    static Profile of(Graph graph, List<RunMetadata> runs, int steps) {
        Map<String, OpType> byType = new HashMap<>();
        for (var run : runs) {
            for (var device : run.getStepStats().getDevStatsList()) {
                if (!device.getDevice().contains(STREAM)) {
                    for (var node : device.getNodeStatsList()) {
                        var op = of(graph, node);
                        byType.merge(op.type(), op, OpType::plus);
                    }
                }
            }
        }
        long ops = byType.values().stream().mapToLong(OpType::count).sum();
        double seconds =
                byType.values().stream().mapToDouble(OpType::selfSeconds).sum();
        return new Profile(
                ops / steps,
                seconds / steps,
                byType.values().stream()
                        .sorted(Comparator.comparingDouble(OpType::selfSeconds).reversed())
                        .map(type -> type.perStep(steps, seconds))
                        .toList());
    }

    private static OpType of(Graph graph, NodeExecStats node) {
        @Nullable GraphOperation built = graph.operation(node.getNodeName()); // null if the graph optimizer made the op
        var type = type(node, built);
        double seconds = (node.getOpEndRelNanos() - node.getOpStartRelNanos()) / 1e9;
        return new OpType(type, 1, seconds, 0, built == null ? 0 : multiplyAdds(type, built));
    }

    /** Counts an op's multiply-adds; a convolution and its bias may have become one op with the name of the latter. */
    private static long multiplyAdds(String type, GraphOperation built) {
        boolean fused = type.contains("Conv2D") && built.type().equals("BiasAdd");
        return MultiplyAdds.of(fused ? (GraphOperation) built.input(0).op() : built);
    }

    private static String type(NodeExecStats node, @Nullable GraphOperation built) {
        var label = TYPE.matcher(node.getTimelineLabel());
        if (label.find()) {
            return label.group(1);
        }
        return built == null ? node.getNodeName() : built.type();
    }
}
