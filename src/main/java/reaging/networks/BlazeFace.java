package reaging.networks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.types.TFloat32;

/**
 * Finds faces in a square image: Google's BlazeFace for the back camera (Bazarevsky et al. 2019, MediaPipe), 256 x 256. Holds
 * native memory until it is closed; from any thread.
 */
public final class BlazeFace implements AutoCloseable {
    /** Side of the images that it takes, in pixels. */
    public static final int SIDE = 256;

    private static final String GRAPH = "blazeface.json";

    /** Scores and boxes on a coarse and on a finer grid, the finer one first. */
    private static final List<String> OUTPUTS = List.of("Identity", "Identity_2", "Identity_1", "Identity_3");

    private static final Anchors FINE = new Anchors(16, 2);
    private static final Anchors COARSE = new Anchors(32, 6);

    private static final int POINTS = 6;

    /** Numbers of a box: centre, size and points. */
    private static final int BOX = 4 + 2 * POINTS;

    private final FaceNetwork network;

    /** Places that boxes are told relative to, the same number in the middle of each cell of a grid. */
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
     * What may be a face; all lengths as shares of the image's side, x to the right and y downwards.
     *
     * @param score the network's probability that it is one
     * @param x of the middle
     * @param y of the middle
     * @param width of the box around forehead and chin
     * @param height of that box
     * @param points [6][2]: the eye that is left in an upright image, the right one, tip of the nose, middle of the mouth, and
     *     the ears, left and right
     */
    public record Candidate(double score, double x, double y, double width, double height, double[][] points) {}

    private BlazeFace(FaceNetwork network) {
        this.network = network;
    }

    /** Whether it is installed. */
    public static boolean isIn(Path folder) {
        return EvaluatorPackage.BLAZEFACE.isIn(folder);
    }

    /**
     * Loads it.
     *
     * @param folder of the files that {@link EvaluatorPackages#install} puts there
     * @throws IllegalArgumentException if it is not installed or damaged
     */
    public static BlazeFace load(Path folder) {
        EvaluatorPackage.BLAZEFACE.requireIn(folder, "finding faces needs the network that does");
        return new BlazeFace(
                FaceNetwork.of(TfjsGraph.read(folder.resolve(GRAPH)), "input", (tf, images) -> images, OUTPUTS));
    }

    /** The package and file that it is from. */
    public static String name() {
        return EvaluatorPackage.BLAZEFACE.specification() + " " + GRAPH;
    }

    /**
     * Looks for faces.
     *
     * @param image [1, 256, 256, 3] in [-1, 1]
     * @param threshold the least score
     * @return those with that score; many for each face, overlapping
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

    /** Places in a box are relative to its anchor, all of it in pixels. */
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
