package reaging.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Maps this project's names to those in Keras 3 and TensorFlow's Python; only this class knows how the two differ. Paths of
 * layers are the same on both sides; the last step and the location of optimizers' moments differ.
 *
 * <p>The index of an optimizer's slot is that of the variable in the network's {@code trainable_variables}, which here is the
 * order of creation.
 */
final class KerasWeights {
    /** The number of finished steps, int64. */
    static final String STEP = "step";

    /** How often a {@code tf.train.Checkpoint} was saved, int64; {@code restore} requires it. */
    static final String SAVE_COUNTER = "save_counter";

    /** An optimizer's number of finished steps, int64. */
    static final String ITERATIONS = "_iterations";

    /** An optimizer's learning rate, float32. */
    static final String LEARNING_RATE = "_learning_rate";

    /** An optimizer's list of all its variables: iterations, learning rate, then two moments for each trained variable. */
    static final String OPTIMIZER_VARIABLES = "_variables";

    /** An optimizer's list of the variables that it moves. */
    static final String OPTIMIZED = "_trainable_variables";

    /** Another object that an optimizer tracks, without a value. */
    static final String OPTIMIZED_INDICES = "_trainable_variables_indices";

    /** An optimizer's lists of moments by this project's names of the moments, in this order. */
    static final SortedMap<String, String> MOMENTS = new TreeMap<>(Map.of("m", "_momentums", "v", "_velocities"));

    /** Layers of blocks without weights; a checkpoint contains them anyway, and extra ones do no harm. */
    static final List<String> RESIZES = List.of("halve", "double");

    /** The trained variables in a model written by {@code model.export()}, which keeps only lists. */
    static final String TRAINABLE = "trainable_variables";

    /** The running statistics in such a model. */
    static final String NON_TRAINABLE = "non_trainable_variables";

    /**
     * Keras walks a model's attributes in alphabetical order and finds the list {@code layers} before {@code to_vector}; so it
     * names this layer by its position there, as the second plain convolution.
     */
    private static final String TO_VECTOR = "to_vector";

    private static final String TO_VECTOR_FILED = "layers/conv2d_1";

    private static final List<String> LINEAR = List.of("kernel", "bias");
    private static final List<String> AFFINE = List.of("gamma", "beta");
    private static final List<String> STATISTICS = List.of("moving_mean", "moving_variance");

    private static final Pattern BLOCK = Pattern.compile("^.*/block_\\d+(?=/)");

    private KerasWeights() {}

    /** Returns the attribute of a checkpoint that holds the optimizer of a network. */
    static String optimizer(String network) {
        return network + "_optimizer";
    }

    /** Returns the path of a weight's object: Keras' layers keep their kernel in the attribute {@code _kernel}. */
    static String path(String name) {
        return name.replaceFirst("/kernel$", "/_kernel");
    }

    /** Returns the block that contains a weight, if any. */
    static Optional<String> block(String name) {
        var block = BLOCK.matcher(name);
        return block.find() ? Optional.of(block.group()) : Optional.empty();
    }

    /** Returns this project's name for a child of a tracked object; empty: Keras tracks it for its own purposes. */
    static Optional<String> child(String localName) {
        if (localName.equals("_kernel")) {
            return Optional.of("kernel");
        }
        return localName.startsWith("_") ? Optional.empty() : Optional.of(localName);
    }

    /** Returns the dataset of a weight in its network's {@code .weights.h5}, for example {@code decoder/norm/vars/1}. */
    static String dataset(String name) {
        String path = name.substring(name.indexOf('/') + 1);
        int cut = path.lastIndexOf('/');
        String leaf = path.substring(cut + 1);
        int index = Math.max(LINEAR.indexOf(leaf), Math.max(AFFINE.indexOf(leaf), STATISTICS.indexOf(leaf)));
        String layer = path.substring(0, cut);
        return (layer.equals(TO_VECTOR) ? TO_VECTOR_FILED : layer) + "/vars/" + index;
    }

    /**
     * Returns the weight of a layer's dataset {@code vars/index}.
     *
     * @param layer path of the layer, for example {@code decoder/norm}
     * @param conditional whether it contains a dense layer, as conditional norms do
     * @return path of the weight, for example {@code decoder/norm/beta}
     */
    static String weight(String layer, boolean conditional, int index) {
        boolean norm = layer.substring(layer.lastIndexOf('/') + 1).startsWith("norm");
        var leaves = norm ? conditional ? STATISTICS : AFFINE : LINEAR;
        return (layer.equals(TO_VECTOR_FILED) ? TO_VECTOR : layer)
                + "/"
                + (index < leaves.size() ? leaves.get(index) : "vars/" + index);
    }
}
