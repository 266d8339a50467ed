package reaging.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import reaging.model.ModelConfig;
import reaging.nn.TensorMath;
import reaging.run.WeightNames;
import reaging.runtime.TensorSpec;
import reaging.runtime.Variable;

/**
 * Weights of a network for images of half the side, turned into those of a network with one more level around it (progressive
 * growing, Karras et al. 2018). The larger network begins as the smaller one between a halving and a doubling: its new blocks
 * add nothing to their shortcuts yet (zero-initialised residuals, Goyal et al. 2017), and the layers that see and draw pixels are
 * the smaller network's. Exact for pictures whose pixels are doubled by repetition, but for the first convolution, which sees
 * edges of half the steepness.
 *
 * @param smaller the weights to grow from
 * @param larger the sizes of the network to grow
 */
record GrownSource(WeightSource smaller, ModelConfig larger) implements WeightSource {
    /** Blocks that halve the picture are counted from the picture, so one more now precedes them. */
    private static final Pattern COUNTED_FROM_THE_PICTURE =
            Pattern.compile("((?:\\w+/identity_encoder|discriminator)/block_)(\\d+)(/.*)");

    /** What sees the output of a new halving block other than through a norm. */
    private static final Pattern AFTER_THE_NEW_BLOCK = Pattern.compile(
            "\\w+/identity_encoder/block_1/shortcut/kernel|discriminator/block_1/(?:shortcut|conv_1)/kernel");

    /** Whether the larger network equals the smaller one with one more level around it. */
    static boolean grows(ModelConfig smaller, ModelConfig larger) {
        // After a block without a convolution in its shortcut, nothing could make up for the new block's division.
        return smaller.outerLevels() == 0
                && smaller.grown(larger.preset())
                        .equals(larger.without(smaller.without())
                                .withUpsampling(smaller.upsampling())
                                .withAttention(smaller.attention()));
    }

    @Override
    public Map<String, TensorSpec> weights() {
        Map<String, TensorSpec> grown = new LinkedHashMap<>();
        names().forEach((name, from) -> grown.put(name, smaller.weights().get(from)));
        newResiduals().forEach(name -> grown.put(name, residualKernel()));
        return grown;
    }

    /** Maps names in the larger network to the smaller one. Moments are left out, since they belong to another training. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (var name : smaller.weights().keySet()) {
            if (!WeightNames.network(name).equals(WeightNames.MOMENTS)) {
                names.put(grown(name), name);
            }
        }
        return names;
    }

    private static String grown(String name) {
        var counted = COUNTED_FROM_THE_PICTURE.matcher(name);
        return counted.matches()
                ? counted.group(1) + (Integer.parseInt(counted.group(2)) + 1) + counted.group(3)
                : name;
    }

    /** Names the last kernels of the new blocks, whose biases begin at zero anyway. */
    private List<String> newResiduals() {
        return WeightNames.NETWORKS.stream()
                .filter(network -> PresetFit.has(smaller.weights(), network))
                .flatMap(this::newBlocks)
                .map(block -> block + "/conv_2/kernel")
                .toList();
    }

    private Stream<String> newBlocks(String network) {
        return network.equals(WeightNames.DISCRIMINATOR)
                ? Stream.of(network + "/block_0")
                : Stream.of(network + "/identity_encoder/block_0", network + "/decoder/block_" + (larger.levels() + 1));
    }

    private TensorSpec residualKernel() {
        return new TensorSpec(DataType.DT_FLOAT, Shape.of(3, 3, larger.baseWidth(), larger.baseWidth()));
    }

    @Override
    public OptionalLong step() {
        return OptionalLong.empty();
    }

    @Override
    public void restore(Graph graph, Session session, Map<Variable, String> from) {
        var names = names();
        Map<Variable, String> own = new LinkedHashMap<>();
        from.forEach((variable, name) -> {
            if (names.containsKey(name)) {
                own.put(variable, names.get(name));
            }
        });
        smaller.restore(graph, session, own);
        adapt(Ops.create(graph), session, from);
    }

    private void adapt(Ops tf, Session session, Map<Variable, String> from) {
        var residuals = newResiduals();
        var runner = session.runner();
        from.forEach((variable, name) -> {
            if (residuals.contains(name)) {
                runner.addTarget(variable.clear(tf));
            } else if (AFTER_THE_NEW_BLOCK.matcher(name).matches()) {
                // The new block passes its input on, times this factor.
                var whole = tf.math.div(variable.read(tf), tf.constant(TensorMath.UNIT_VARIANCE));
                runner.addTarget(variable.assign(tf, whole));
            }
        });
        runner.run().close();
    }
}
