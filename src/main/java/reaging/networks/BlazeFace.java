package reaging.networks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.types.TFloat32;

/**
 * Finds faces in a square image: Google's BlazeFace for the back camera (Bazarevsky et al. 2019, MediaPipe), 256 x 256. It
 * may be used from any thread and holds native memory until it is closed.
 */
public final class BlazeFace implements AutoCloseable {
    /** Side of its input images in pixels. */
    public static final int SIDE = 256;

    private static final String GRAPH = "blazeface.json";

    /** Scores and boxes on a fine and on a coarse grid. */
    private static final List<String> OUTPUTS = List.of("Identity", "Identity_2", "Identity_1", "Identity_3");

    private static final Anchors FINE = new Anchors(16, 2);
    private static final Anchors COARSE = new Anchors(32, 6);

    private static final int POINTS = 6;

    /** Number of values per box: centre, size and points. */
    private static final int BOX = 4 + 2 * POINTS;

    private final FaceNetwork network;

    /** The points that boxes are relative to, the same number at the centre of each cell of a grid. */
    private record Anchors(int stride, int each) {
        double x(int index) {
            int column = index / each % (SIDE / stride);
            return (column + .5) * stride;
        }

        double y(int index) {
            int row = index / each / (SIDE / stride);
            return (row + .5) * stride;
        }
    }

    /**
     * A possible face; all lengths are fractions of the image's side, x to the right and y downwards.
     *
     * @param score the network's probability of a face
     * @param x x of the centre
     * @param y y of the centre
     * @param width width of the box from forehead to chin
     * @param height height of that box
     * @param points [6][2]: left eye (in an upright image), right eye, tip of the nose, centre of the mouth, left and right ear
     */
    public record Candidate(double score, double x, double y, double width, double height, double[][] points) {}

    private BlazeFace(FaceNetwork network) {
        this.network = network;
    }

    /** Whether the network is installed in a folder. */
    public static boolean isIn(Path folder) {
        return EvaluatorPackage.BLAZEFACE.isIn(folder);
    }

    /**
     * Loads the network.
     *
     * @param folder folder in which {@link EvaluatorPackages#install} put it
     * @throws IllegalArgumentException if it is not installed or damaged
     */
    public static BlazeFace load(Path folder) {
        EvaluatorPackage.BLAZEFACE.requireIn(folder, "finding faces needs its network");
        return new BlazeFace(
                FaceNetwork.of(TfjsGraph.read(folder.resolve(GRAPH)), "input", (tf, images) -> images, OUTPUTS));
    }

    /** Returns the package and file that it comes from. */
    public static String name() {
        return EvaluatorPackage.BLAZEFACE.specification() + " " + GRAPH;
    }

    /**
     * Finds possible faces.
     *
     * @param image [1, 256, 256, 3] in [-1, 1]
     * @param threshold minimum score
     * @return candidates with at least that score, many overlapping ones for each face
     */
    public List<Candidate> look(TFloat32 image, double threshold) {
        var rows = network.run(image);
        List<Candidate> found = new ArrayList<>();
        collect(FINE, rows.get(0)[0], rows.get(1)[0], threshold, found);
        collect(COARSE, rows.get(2)[0], rows.get(3)[0], threshold, found);
        return found;
    }

    private static void collect(
            Anchors anchors, float[] logits, float[] boxes, double threshold, List<Candidate> found) {
        for (int i = 0; i < logits.length; i++) {
            double score = 1 / (1 + Math.exp(-logits[i]));
            if (score >= threshold) {
                found.add(candidate(score, anchors.x(i), anchors.y(i), boxes, i * BOX));
            }
        }
    }

    /** Decodes a candidate, whose values are in pixels relative to its anchor. */
    private static Candidate candidate(double score, double x, double y, float[] boxes, int at) {
        var points = new double[POINTS][2];
        for (int i = 0; i < POINTS; i++) {
            points[i][0] = (x + boxes[at + 4 + 2 * i]) / SIDE;
            points[i][1] = (y + boxes[at + 5 + 2 * i]) / SIDE;
        }
        return new Candidate(
                score,
                (x + boxes[at]) / SIDE,
                (y + boxes[at + 1]) / SIDE,
                boxes[at + 2] / SIDE,
                boxes[at + 3] / SIDE,
                points);
    }

    @Override
    public void close() {
        network.close();
    }
}
