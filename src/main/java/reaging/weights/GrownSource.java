package reaging.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import reaging.model.ModelConfig;
import reaging.run.WeightNames;
import reaging.runtime.TensorSpec;
import reaging.runtime.Variable;

/**
 * Weights of a network for images of half the side, under the names that they have in a network with one more level around it:
 * progressive growing (Karras et al. 2018), without the fading. The layers that read or draw pixels are left out, since they
 * belong to the smaller picture; the larger network's outermost layers keep their initial values.
 *
 * @param smaller the weights to grow from
 * @param larger the sizes of the network to grow
 */
record GrownSource(WeightSource smaller, ModelConfig larger) implements WeightSource {
    /** Blocks that halve the picture are counted from the picture, so one more now precedes them. */
    private static final Pattern COUNTED_FROM_THE_PICTURE =
            Pattern.compile("((?:\\w+/identity_encoder|discriminator)/block_)(\\d+)(/.*)");

    /** Whether the larger network equals the smaller one with one more level around it. */
    static boolean grows(ModelConfig smaller, ModelConfig larger) {
        boolean oneLevelMore = larger.imageSize() == 2 * smaller.imageSize();
        boolean sameInside = larger.styleSize() == smaller.styleSize();
        for (int level = 0; level <= smaller.discriminatorLevels(); level++) {
            sameInside &= larger.width(level + 1) == smaller.width(level);
        }
        return oneLevelMore && sameInside;
    }

    @Override
    public Map<String, TensorSpec> weights() {
        Map<String, TensorSpec> grown = new LinkedHashMap<>();
        names().forEach((name, from) -> grown.put(name, smaller.weights().get(from)));
        return grown;
    }

    /** Maps names in the larger network to the smaller one. Moments are left out, since they belong to another training. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (var name : smaller.weights().keySet()) {
            var grown = grown(name);
            if (!WeightNames.isOutermost(grown, larger)
                    && !WeightNames.network(name).equals(WeightNames.MOMENTS)) {
                names.put(grown, name);
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

    @Override
    public OptionalLong step() {
        return OptionalLong.empty();
    }

    @Override
    public void restore(Graph graph, Session session, Map<Variable, String> from) {
        var names = names();
        Map<Variable, String> own = new LinkedHashMap<>();
        from.forEach((variable, name) -> own.put(variable, names.get(name)));
        smaller.restore(graph, session, own);
    }
}
