package reaging.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import reaging.runtime.Graphs;

/** A network that maps faces to rows of numbers; it holds a TensorFlow session until it is closed. */
final class FaceNetwork implements AutoCloseable {
    private static final String IMAGES = "images";

    private final Graph graph;
    private final Session session;
    private final List<String> outputs;

    private FaceNetwork(Graph graph, List<String> outputs) {
        this.graph = graph;
        this.outputs = outputs;
        session = new Session(graph);
    }

    /**
     * Creates a network from a graph.
     *
     * @param input name of its placeholder
     * @param preparation converts images [N, S, S, 3] in [-1, 1] to the placeholder's form
     * @param outputs names of tensors [N, ...]
     */
    static FaceNetwork of(
            GraphDef network,
            String input,
            BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> preparation,
            List<String> outputs) {
        var joined = GraphDef.newBuilder();
        try (var before = Graphs.open()) {
            Ops tf = Ops.create(before);
            tf.withName(input).identity(preparation.apply(tf, images(tf)));
            joined.addAllNode(before.toGraphDef().getNodeList());
        }
        network.getNodeList().stream()
                .filter(node -> !node.getName().equals(input))
                .forEach(joined::addNode);
        var graph = Graphs.open();
        graph.importGraphDef(joined.build());
        return new FaceNetwork(graph, outputs);
    }

    /** Creates the face recognition network with given weights. */
    static FaceNetwork resNet29(Map<String, TfjsTensor> weights) {
        var graph = Graphs.open();
        Ops tf = Ops.create(graph);
        tf.withName("descriptor").identity(ResNet29.apply(tf, weights, FaceInput.dlib(tf, images(tf))));
        return new FaceNetwork(graph, List.of("descriptor"));
    }

    private static Operand<TFloat32> images(Ops tf) {
        return tf.withName(IMAGES).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, 3)));
    }

    /**
     * Runs the network.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @return a row for each image, for each output
     */
    List<float[][]> run(TFloat32 images) {
        var runner = session.runner().feed(IMAGES, images);
        outputs.forEach(runner::fetch);
        List<float[][]> rows = new ArrayList<>();
        try (var result = runner.run()) {
            for (int i = 0; i < outputs.size(); i++) {
                rows.add(rows((TFloat32) result.get(i)));
            }
        }
        return rows;
    }

    /** Converts [N, ...] to N rows. */
    private static float[][] rows(TFloat32 tensor) {
        int count = (int) tensor.shape().get(0);
        var values = tensor.asRawTensor().data().asFloats();
        var rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new float[(int) (values.size() / count)];
            values.offset((long) i * rows[i].length).read(rows[i]);
        }
        return rows;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
