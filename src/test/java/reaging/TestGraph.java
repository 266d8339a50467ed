package reaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;
import reaging.nn.Weights;
import reaging.runtime.Variable;

/** A graph and a session to run it in; closes both. */
public final class TestGraph implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session = new Session(graph, config());
    private final Ops tf = Ops.create(graph);
    private final Map<Variable, Operand<TFloat32>> reads = new HashMap<>();

    private static ConfigProto config() {
        // Tests run each graph a few times only: to optimize it would take longer than to run it.
        var rewriting = RewriterConfig.newBuilder().setDisableMetaOptimizer(true);
        var optimizing = OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0);
        // One thread adds in one order: the same run gives the same bits.
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(1)
                .setGraphOptions(
                        GraphOptions.newBuilder().setRewriteOptions(rewriting).setOptimizerOptions(optimizing))
                .build();
    }

    public Graph graph() {
        return graph;
    }

    public Ops tf() {
        return tf;
    }

    public Session session() {
        return session;
    }

    public Session.Runner runner() {
        return session.runner();
    }

    public Operand<TFloat32> constant(FloatNdArray values) {
        return tf.constant(values);
    }

    /** Weights of that seed in this graph. */
    public Weights weights(String network, long seed) {
        return Weights.of(graph, network, seed);
    }

    /** Fills the variables with their first values. */
    public void initialize(Weights... weights) {
        run(Arrays.stream(weights).flatMap(each -> each.initializers().stream()).toList());
    }

    /** Fills the trained variables with normal numbers, so that biases count too; the others with their first values. */
    public void randomize(long seed, Weights weights) {
        initialize(weights);
        List<Op> assigns = new ArrayList<>();
        for (var variable : weights.trained()) {
            var normal = Tensors.random(
                    seed + variable.name().hashCode(), variable.shape().asArray());
            // Small, as trained ones are: values neither grow nor vanish from layer to layer.
            var small = Tensors.each(variable.shape(), index -> 0.3 * normal.getFloat(index));
            assigns.add(variable.assign(tf, constant(small)));
        }
        run(assigns);
    }

    public void assign(Variable variable, FloatNdArray value) {
        run(List.of(variable.assign(tf, constant(value))));
    }

    public void run(List<? extends Op> ops) {
        var runner = runner();
        ops.forEach(runner::addTarget);
        runner.run().close();
    }

    public FloatNdArray fetch(Operand<TFloat32> x) {
        return fetch(runner(), x);
    }

    /** What {@code runner} gives, for runs that are fed. */
    public static FloatNdArray fetch(Session.Runner runner, Operand<TFloat32> x) {
        return fetchAll(runner, List.of(x)).get(0);
    }

    /** Several tensors of one run. */
    public static List<FloatNdArray> fetchAll(Session.Runner runner, List<? extends Operand<TFloat32>> tensors) {
        tensors.forEach(runner::fetch);
        try (var results = runner.run()) {
            return tensors.stream()
                    .map(tensor -> copy((TFloat32) results.get(tensors.indexOf(tensor))))
                    .toList();
        }
    }

    /** The current values of all variables by name. */
    public Map<String, FloatNdArray> values(Weights... weights) {
        var variables =
                Arrays.stream(weights).flatMap(each -> each.all().stream()).toList();
        var values = fetchAll(
                runner(),
                variables.stream()
                        .map(variable -> reads.computeIfAbsent(variable, each -> each.read(tf)))
                        .toList());
        Map<String, FloatNdArray> byName = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            byName.put(variables.get(i).name(), values.get(i));
        }
        return byName;
    }

    /** The variable of that full name. */
    public static Variable variable(Weights weights, String name) {
        return weights.all().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name + " in " + weights.all()));
    }

    private static FloatNdArray copy(TFloat32 tensor) {
        FloatNdArray copy = NdArrays.ofFloats(tensor.shape());
        tensor.copyTo(copy);
        return copy;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
