package reaging.runtime;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.RunMetadata;

/**
 * Where the time of a step goes, by the types of the ops that TensorFlow ran. The graph optimizer has been there before: what it
 * folded or shared is not among them, and oneDNN's ops have names of their own.
 *
 * @param ops how many ran in a step
 * @param selfSeconds of all of them together; more than the step takes where several run at a time
 * @param types the most expensive one first
 */
public record Profile(long ops, double selfSeconds, List<OpType> types) {
    private static final Pattern TYPE = Pattern.compile(" = (\\w+)\\(");
    private static final String STREAM = "/stream:"; // what a GPU says of its kernels beside what their ops say

    /**
     * All ops of a type in a step.
     *
     * @param type as TensorFlow calls it, such as Conv2D
     * @param count how many ran
     * @param selfSeconds in their kernels, on all cores that a kernel takes; on a GPU until it is told to compute
     * @param share of the self time of all types, in [0, 1]
     * @param multiplyAdds of convolutions and matrix products, else 0
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
     * The mean step.
     *
     * @param graph that ran
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
        var built = graph.operation(node.getNodeName()); // null where the graph optimizer made the op
        var type = type(node, built);
        double seconds = (node.getOpEndRelNanos() - node.getOpStartRelNanos()) / 1e9;
        return new OpType(type, 1, seconds, 0, built == null ? 0 : multiplyAdds(type, built));
    }

    /** A convolution and the bias after it may have become one op, which has the name of the latter. */
    private static long multiplyAdds(String type, GraphOperation built) {
        boolean fused = type.contains("Conv2D") && built.type().equals("BiasAdd");
        return MultiplyAdds.of(fused ? (GraphOperation) built.input(0).op() : built);
    }

    private static String type(NodeExecStats node, GraphOperation built) {
        var label = TYPE.matcher(node.getTimelineLabel());
        if (label.find()) {
            return label.group(1);
        }
        return built == null ? node.getNodeName() : built.type();
    }
}
