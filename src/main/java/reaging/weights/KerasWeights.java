package reaging.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where Keras 3 and TensorFlow's Python keep what has a name here: the one place that knows how the two worlds differ. Paths of
 * layers are the same on both sides; what differs is the last step, and where optimizers keep their moments.
 *
 * <p>The index of an optimizer's slot is that of the variable in the network's {@code trainable_variables}, which is the order
 * of creation here.
 */
final class KerasWeights {
    /** The number of finished steps, int64. */
    static final String STEP = "step";

    /** How often a {@code tf.train.Checkpoint} was saved, int64; {@code restore} wants it. */
    static final String SAVE_COUNTER = "save_counter";

    /** An optimizer's number of finished steps, int64. */
    static final String ITERATIONS = "_iterations";

    /** An optimizer's learning rate, float32. */
    static final String LEARNING_RATE = "_learning_rate";

    /** An optimizer's list of all its variables: iterations, learning rate, then two moments for each trained variable. */
    static final String OPTIMIZER_VARIABLES = "_variables";

    /** An optimizer's list of what it moves. */
    static final String OPTIMIZED = "_trainable_variables";

    /** What an optimizer also tracks, without a value. */
    static final String OPTIMIZED_INDICES = "_trainable_variables_indices";

    /** An optimizer's lists of moments, by the name of the moment here; in this order. */
    static final SortedMap<String, String> MOMENTS = new TreeMap<>(Map.of("m", "_momentums", "v", "_velocities"));

    /** Layers of blocks that hold no weights; a checkpoint has them all the same, and does not mind more of them. */
    static final List<String> RESIZES = List.of("halve", "double");

    /** The lists of a model that {@code model.export()} wrote: it keeps no other structure. */
    static final String TRAINABLE = "trainable_variables";

    /** Running statistics in such a model. */
    static final String NON_TRAINABLE = "non_trainable_variables";

    /**
     * Keras walks the attributes of a model in the order of their names, and comes upon the list {@code layers} before
     * {@code to_vector}: it files this one layer by its place there, the second plain convolution.
     */
    private static final String TO_VECTOR = "to_vector";

    private static final String TO_VECTOR_FILED = "layers/conv2d_1";

    private static final List<String> LINEAR = List.of("kernel", "bias");
    private static final List<String> AFFINE = List.of("gamma", "beta");
    private static final List<String> STATISTICS = List.of("moving_mean", "moving_variance");

    private static final Pattern BLOCK = Pattern.compile("^.*/block_\\d+(?=/)");

    private KerasWeights() {}

    /** The optimizer of a network, as the attribute of a checkpoint. */
    static String optimizer(String network) {
        return network + "_optimizer";
    }

    /** The path of a weight's object: Keras' layers keep their kernel in the attribute {@code _kernel}. */
    static String path(String name) {
        return name.replaceFirst("/kernel$", "/_kernel");
    }

    /** The block that a weight is in, if it is in one. */
    static Optional<String> block(String name) {
        var block = BLOCK.matcher(name);
        return block.find() ? Optional.of(block.group()) : Optional.empty();
    }

    /** What a child of a tracked object is called here; empty: it is one of the things that Keras tracks for itself. */
    static Optional<String> child(String localName) {
        if (localName.equals("_kernel")) {
            return Optional.of("kernel");
        }
        return localName.startsWith("_") ? Optional.empty() : Optional.of(localName);
    }

    /** The dataset of a weight in its network's {@code .weights.h5}, for example {@code decoder/norm/vars/1}. */
    static String dataset(String name) {
        String path = name.substring(name.indexOf('/') + 1);
        int cut = path.lastIndexOf('/');
        String leaf = path.substring(cut + 1);
        int index = Math.max(LINEAR.indexOf(leaf), Math.max(AFFINE.indexOf(leaf), STATISTICS.indexOf(leaf)));
        String layer = path.substring(0, cut);
        return (layer.equals(TO_VECTOR) ? TO_VECTOR_FILED : layer) + "/vars/" + index;
    }

    /**
     * The weight of a dataset {@code vars/index} of a layer.
     *
     * @param layer its path, for example {@code decoder/norm}
     * @param conditional whether a dense layer is below it, as in norms that follow a condition
     * @return its path, for example {@code decoder/norm/beta}
     */
    static String weight(String layer, boolean conditional, int index) {
        boolean norm = layer.substring(layer.lastIndexOf('/') + 1).startsWith("norm");
        var leaves = norm ? conditional ? STATISTICS : AFFINE : LINEAR;
        return (layer.equals(TO_VECTOR_FILED) ? TO_VECTOR : layer)
                + "/"
                + (index < leaves.size() ? leaves.get(index) : "vars/" + index);
    }
}
