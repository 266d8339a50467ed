package reaging.networks;

import java.nio.file.Path;
import java.util.List;
import org.tensorflow.types.TFloat32;

/**
 * Finds 468 points of the face in a square image of one: Google's FaceMesh (Kartynnik et al. 2019, MediaPipe), 192 x 192. It may
 * be used from any thread and holds native memory until it is closed.
 */
public final class FaceMesh implements AutoCloseable {
    /** Side of its input images in pixels. */
    public static final int SIDE = 192;

    private static final String GRAPH = "facemesh.json";

    private final FaceNetwork network;

    /**
     * The points of a face.
     *
     * @param confidence the network's probability that there is a face
     * @param points [468][3]: across, down and away from the viewer, as fractions of the image's side
     */
    public record Mesh(double confidence, double[][] points) {}

    private FaceMesh(FaceNetwork network) {
        this.network = network;
    }

    /** Whether the network is installed in a folder. */
    public static boolean isIn(Path folder) {
        return EvaluatorPackage.FACEMESH.isIn(folder);
    }

    /**
     * Loads the network.
     *
     * @param folder folder in which {@link EvaluatorPackages#install} put it
     * @throws IllegalArgumentException if it is not installed or damaged
     */
    public static FaceMesh load(Path folder) {
        EvaluatorPackage.FACEMESH.requireIn(folder, "finding eyes, nose and mouth needs its network");
        return new FaceMesh(FaceNetwork.of(
                TfjsGraph.read(folder.resolve(GRAPH)),
                "input_1",
                (tf, images) -> tf.math.mul(tf.math.add(images, tf.constant(1f)), tf.constant(.5f)),
                List.of("Identity_1", "Identity_2")));
    }

    /** Returns the package and file that it comes from. */
    public static String name() {
        return EvaluatorPackage.FACEMESH.specification() + " " + GRAPH;
    }

    /**
     * Finds the points of a face.
     *
     * @param image [1, 192, 192, 3] in [-1, 1], an upright face that fills two thirds of it
     */
    public Mesh look(TFloat32 image) {
        var rows = network.run(image);
        float[] values = rows.get(1)[0]; // 468 * 3, pixels
        var points = new double[values.length / 3][3];
        for (int i = 0; i < values.length; i++) {
            points[i / 3][i % 3] = values[i] / SIDE;
        }
        return new Mesh(rows.get(0)[0][0], points);
    }

    @Override
    public void close() {
        network.close();
    }
}
