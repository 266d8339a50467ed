package reaging.savedmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.model.AgeCode;
import reaging.model.Generator;
import reaging.model.LayerOutputs;
import reaging.model.ModelConfig;
import reaging.nn.Phase;
import reaging.nn.Weights;
import reaging.runtime.Graphs;
import reaging.runtime.Sessions;
import reaging.runtime.VariableFile;

/**
 * The feature maps of a SavedModel: what each layer of the generator computes for one face. The functions of a SavedModel hide
 * their layers, so the network is rebuilt with the model's values. It holds native memory until it is closed.
 */
public final class FeatureMaps implements AutoCloseable {
    private static final String NETWORK = "generator";

    private final Graph graph = Graphs.open();
    private final Session session;
    private final ModelConfig config;
    private final Placeholder<TFloat32> image; // [1, S, S, 3]
    private final Placeholder<TFloat32> mask; // [1, S, S, 1]
    private final Placeholder<TFloat32> years; // [1]
    private final Map<String, GraphOperation> layers = new LinkedHashMap<>();

    private FeatureMaps(ModelConfig config) {
        this.config = config;
        Ops tf = Ops.create(graph);
        int size = config.imageSize();
        image = placeholder(tf, 1, size, size, 3);
        mask = placeholder(tf, 1, size, size, 1);
        years = placeholder(tf, 1);
        session = new Session(graph, Sessions.inference());
    }

    private static Placeholder<TFloat32> placeholder(Ops tf, long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    /**
     * Opens a SavedModel with a model card, which describes its networks.
     *
     * @throws IllegalArgumentException if it has no model card
     */
    public static FeatureMaps load(Path savedModel) {
        ModelFolder.requireModel(savedModel);
        var card = ModelCard.read(savedModel)
                .orElseThrow(() -> new IllegalArgumentException("looking inside a model needs its model card but "
                        + savedModel + " has none; export it with this program"));
        var maps = new FeatureMaps(card.config().model());
        try {
            maps.fill(savedModel);
            return maps;
        } catch (TensorFlowException e) {
            maps.close();
            throw new UncheckedIOException(
                    "cannot read the generator's variables of " + savedModel, new IOException(e.getMessage(), e));
        }
    }

    private void fill(Path savedModel) {
        Ops tf = Ops.create(graph);
        var weights = Weights.unfilled(graph, NETWORK);
        var generator = new Generator(weights, config);
        Operand<TFloat32> ageCode = AgeCode.of(tf, AgeCode.groups(tf, years, AgeGroup.centres())); // [1, 500]
        generator.reAge(tf, generator.encode(tf, image, mask), ageCode, mask, Phase.INFERENCE);
        LayerOutputs.of(graph).forEach((path, op) -> layers.put(path.substring(NETWORK.length() + 1), op));
        VariableFile.of(Ops.create(graph), weights.all(), ObjectGraph::key)
                .restore(session, savedModel.resolve("variables/variables").toString());
    }

    /** Returns the layers' paths below the generator, such as {@code identity_encoder/block_0/conv_1}, in order. */
    public List<String> layers() {
        return List.copyOf(layers.keySet());
    }

    /**
     * Returns the output of a layer before its bias.
     *
     * @param face [S][S][3] in [-1, 1]
     * @param faceMask [S][S][1], 1 = face
     * @param age target age in years
     * @return [H, W, C], or [C] if the layer's output is a vector
     * @throws IllegalArgumentException if there is no such layer
     */
    public FloatNdArray of(String layer, float[][][] face, float[][][] faceMask, double age) {
        AgeGroup.requireAge(age);
        var op = layers.get(layer);
        if (op == null) {
            throw new IllegalArgumentException("a layer must be one of " + String.join(", ", near(layer)) + " but is "
                    + layer + "; list its layers");
        }
        try (var images = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][][][] {face}));
                var masks = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][][][] {faceMask}));
                var target = TFloat32.vectorOf((float) age);
                var result = session.runner()
                        .feed(image, images)
                        .feed(mask, masks)
                        .feed(years, target)
                        .fetch(op.output(0))
                        .run()) {
            var values = ((TFloat32) result.get(0)).get(0);
            FloatNdArray copy = NdArrays.ofFloats(values.shape());
            values.copyTo(copy);
            return copy;
        }
    }

    /** Returns the layers whose names start like the requested one, or else the first ones. */
    private List<String> near(String layer) {
        var network = layer.split("/", 2)[0];
        List<String> found = new ArrayList<>(layers.keySet().stream()
                .filter(name -> name.startsWith(network))
                .toList());
        if (found.isEmpty()) {
            found.addAll(layers.keySet());
        }
        return found.subList(0, Math.min(8, found.size()));
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
