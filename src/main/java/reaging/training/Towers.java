package reaging.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;
import reaging.runtime.Devices;

/**
 * Copies of the ops that a step runs for each micro-batch, gradients included, one for each of several devices. The copies read
 * the same variables and add to the same sums, which stay in place, one after the other; so a step on several devices gives the
 * same bits as one with as many micro-batches on a single device. (TensorFlow's gradient ops cannot be placed on a device one by
 * one, but a copy of everything can.)
 *
 * @param prefixes name prefix of each copy's ops; an empty one means the graph's own ops
 */
record Towers(Graph graph, List<String> prefixes) {
    private static final String VARIABLE = "VarHandleOp";
    private static final String ADDITION = "AssignAddVariableOp";

    /** Adds the copies to the graph; none if one device does everything. */
    static Towers of(Graph graph, TrainingGraph built, Devices devices) {
        if (devices.several().isEmpty()) {
            return new Towers(graph, List.of(""));
        }
        Set<String> wanted = new HashSet<>();
        for (var run : built.steps().runs()) {
            if (run.times() == TrainingGraph.Times.PER_MICRO_BATCH) {
                wanted.add(run.op().op().name());
                run.measured().values().forEach(term -> wanted.add(term.op().name()));
            }
        }
        var all = graph.toGraphDef();
        List<NodeDef> nodes = before(wanted, all);
        List<String> prefixes = new ArrayList<>();
        var copies = GraphDef.newBuilder().setVersions(all.getVersions()).setLibrary(all.getLibrary());
        for (var device : devices.several()) {
            var prefix = "tower_" + prefixes.size() + "/";
            Optional<String> before =
                    prefixes.isEmpty() ? Optional.empty() : Optional.of(prefixes.get(prefixes.size() - 1));
            copies.addAllNode(placed(nodes, device, prefix, before));
            prefixes.add(prefix);
        }
        graph.importGraphDef(copies.build());
        return new Towers(graph, prefixes);
    }

    /** Returns these ops and everything that they depend on. */
    private static List<NodeDef> before(Set<String> names, GraphDef graph) {
        Map<String, NodeDef> byName = new HashMap<>();
        graph.getNodeList().forEach(node -> byName.put(node.getName(), node));
        Set<String> found = new HashSet<>(names);
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            for (var input : Objects.requireNonNull(byName.get(open.pop())).getInputList()) {
                var name = operation(input);
                if (found.add(name)) {
                    open.push(name);
                }
            }
        }
        return graph.getNodeList().stream()
                .filter(node -> found.contains(node.getName()))
                .toList();
    }

    /** Returns the op that an input comes from: "^op", "op" or "op:1". */
    private static String operation(String input) {
        return input.replaceFirst("^\\^", "").replaceFirst(":\\d+$", "");
    }

    /**
     * Copies everything that a tower runs under another name and places it on the tower's device, except for the variables and the
     * ops that read and move them.
     *
     * @param before prefix of the tower whose additions come first
     */
    private static List<NodeDef> placed(List<NodeDef> nodes, String device, String prefix, Optional<String> before) {
        Set<String> variables = new HashSet<>();
        nodes.stream().filter(node -> node.getOp().equals(VARIABLE)).forEach(node -> variables.add(node.getName()));
        List<NodeDef> copies = new ArrayList<>();
        for (var node : nodes) {
            var copy = node.toBuilder().setName(prefix + node.getName()).clearInput();
            node.getInputList().forEach(input -> copy.addInput(prefixed(input, prefix)));
            if (node.getOp().equals(ADDITION)) {
                before.ifPresent(tower -> copy.addInput("^" + tower + node.getName()));
            }
            boolean ofVariable = variables.contains(node.getName())
                    || node.getInputList().stream().anyMatch(input -> variables.contains(operation(input)));
            copies.add((ofVariable ? copy : copy.setDevice(device)).build());
        }
        return copies;
    }

    private static String prefixed(String input, String prefix) {
        return input.startsWith("^") ? "^" + prefix + input.substring(1) : prefix + input;
    }

    /** Returns the number of micro-batches computed at the same time. */
    int count() {
        return prefixes.size();
    }

    /** Returns a tower's copy of an op. */
    GraphOperation at(int tower, Op op) {
        return find(tower, op).orElseThrow();
    }

    private Optional<GraphOperation> find(int tower, Op op) {
        return Optional.ofNullable(graph.operation(prefixes.get(tower) + op.op().name()));
    }

    /** Returns a tower's copy of an input, unless nothing in the tower reads it. */
    Optional<Output<?>> input(int tower, Operand<?> operand) {
        return find(tower, operand).map(op -> op.output(operand.asOutput().index()));
    }

    /** Returns a tower's copy of an output. */
    Output<TFloat32> output(int tower, Operand<TFloat32> operand) {
        return at(tower, operand).output(operand.asOutput().index());
    }
}
