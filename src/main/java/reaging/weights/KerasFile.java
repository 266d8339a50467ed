package reaging.weights;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import reaging.run.WeightNames;
import reaging.runtime.TensorSpec;

/** A {@code .weights.h5} file of Keras 3, open for reading. */
final class KerasFile implements AutoCloseable {
    /** The suffix of such a file's name. */
    static final String SUFFIX = ".weights.h5";

    private static final Set<String> GENERATOR_LAYERS = Set.of("identity_encoder", "decoder");
    private static final Set<String> DISCRIMINATOR_LAYERS = Set.of("from_rgb", "branches");

    private final Path path;
    private final HdfFile file;

    /** Returns the file in a SavedModel's folder that may hold the weights of the discriminator trained with its generator. */
    static Path discriminator(Path savedModel) {
        return savedModel.resolve("assets.extra").resolve(WeightNames.DISCRIMINATOR + SUFFIX);
    }

    /**
     * Opens a file.
     *
     * @throws UncheckedIOException if it is damaged
     */
    KerasFile(Path path) {
        this.path = path;
        try {
            file = new HdfFile(path);
        } catch (HdfException e) {
            throw damaged(e.getMessage());
        }
        long whole = file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
        long there = file.size();
        if (there < whole) {
            file.close();
            throw damaged("it has " + there + " of " + whole + " bytes");
        }
    }

    private UncheckedIOException damaged(@Nullable String reason) {
        return new UncheckedIOException(
                "cannot read the weights " + path + ": the file is damaged; write it again", new IOException(reason));
    }

    /** Returns the network of this project whose weights the file contains; empty: another network. */
    Optional<String> network() {
        var layers = file.getChildren().keySet();
        if (layers.containsAll(GENERATOR_LAYERS)) {
            return Optional.of(WeightNames.GENERATOR);
        }
        return layers.containsAll(DISCRIMINATOR_LAYERS) ? Optional.of(WeightNames.DISCRIMINATOR) : Optional.empty();
    }

    /** Whether the file contains a whole model, with its layers and perhaps its optimizer. */
    boolean isWholeModel() {
        return file.getAttributes().containsKey("model_config")
                || file.getChildren().containsKey("model_weights");
    }

    /**
     * Returns all weights by path: under this project's names for its own networks, for example {@code decoder/norm/beta}, under
     * the file's names for others.
     */
    Map<String, TensorSpec> weights() {
        Map<String, TensorSpec> weights = new TreeMap<>();
        collect(file, "", weights);
        return weights;
    }

    private void collect(Group layer, String path, Map<String, TensorSpec> weights) {
        for (var child : layer.getChildren().values()) {
            if (child instanceof Group group) {
                String childPath = path.isEmpty() ? child.getName() : path + "/" + child.getName();
                collect(group, childPath, weights);
            } else if (child instanceof Dataset dataset) {
                boolean ours = network().isPresent();
                weights.put(ours ? name(layer, path, dataset) : path + "/" + dataset.getName(), spec(dataset));
            }
        }
    }

    /** Returns the name of a dataset, which is in the group {@code vars} of its layer and named by a number. */
    private static String name(Group group, String path, Dataset dataset) {
        boolean numbered = group.getName().equals("vars") && dataset.getName().matches("\\d{1,3}");
        int cut = path.lastIndexOf('/');
        if (!numbered || cut < 0) {
            return path + "/" + dataset.getName();
        }
        boolean conditional = group.getParent().getChildren().containsKey("dense");
        return KerasWeights.weight(path.substring(0, cut), conditional, Integer.parseInt(dataset.getName()));
    }

    private static TensorSpec spec(Dataset dataset) {
        Class<?> type = dataset.getJavaType();
        var known = type == float.class && dataset.getDataType().getSize() == Float.BYTES
                ? DataType.DT_FLOAT
                : type == double.class ? DataType.DT_DOUBLE : DataType.DT_INVALID;
        return new TensorSpec(known, Shape.of(dataset.getDimensionsAsLong()));
    }

    /** Reads the values of a weight; the caller closes them. */
    TFloat32 values(String dataset) {
        try {
            var data = file.getDatasetByPath(dataset);
            return TFloat32.tensorOf(
                    Shape.of(data.getDimensionsAsLong()), DataBuffers.of((float[]) data.getDataFlat(), true, false));
        } catch (HdfException e) {
            throw damaged(e.getMessage());
        }
    }

    @Override
    public void close() {
        file.close();
    }

    /** Whether a path is such a file. */
    static boolean isOne(Path path) {
        return Files.isRegularFile(path) && path.toString().endsWith(".h5");
    }
}
