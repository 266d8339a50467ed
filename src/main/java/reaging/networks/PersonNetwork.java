package reaging.networks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.types.TFloat32;

/**
 * Segments a person, including hair and clothes, in an image: Google's MediaPipe Selfie Segmentation. It holds native memory until
 * it is closed.
 */
public final class PersonNetwork implements AutoCloseable {
    private static final String GRAPH = "selfie.json";

    /** Number of pixels next to the border that the network wrongly takes for background more often than those further in. */
    private static final int UNSURE = 6;

    /** The position of the answer for each row or column of the image: inside the border and, for unsure pixels, further in. */
    private static final int[] SEEN = IntStream.range(
                    FaceInput.SELFIE_BORDER, FaceInput.SELFIE_SIDE - FaceInput.SELFIE_BORDER)
            .map(i -> Math.max(i, FaceInput.SELFIE_BORDER + UNSURE))
            .map(i -> Math.min(i, FaceInput.SELFIE_SIDE - FaceInput.SELFIE_BORDER - UNSURE - 1))
            .toArray();

    private final FaceNetwork network;

    private PersonNetwork(FaceNetwork network) {
        this.network = network;
    }

    /** Whether the network is installed in a folder. */
    public static boolean isIn(Path folder) {
        return EvaluatorPackage.SELFIE.isIn(folder);
    }

    /**
     * Loads the network.
     *
     * @param folder folder in which {@link EvaluatorPackages#install} put it
     * @throws IllegalArgumentException if it is not installed or damaged
     */
    public static PersonNetwork load(Path folder) {
        EvaluatorPackage.SELFIE.requireIn(folder, "masks of people need the network that segments people");
        return new PersonNetwork(FaceNetwork.of(
                TfjsGraph.read(folder.resolve(GRAPH)), "input_1", FaceInput::selfie, List.of("activation_10")));
    }

    /** Returns the package and file that it comes from. */
    public static String name() {
        return EvaluatorPackage.SELFIE.specification() + " " + GRAPH;
    }

    /**
     * Segments a person; may be called from any thread.
     *
     * @param image [1, S, S, 3] in [-1, 1]; a single one, since the network's last convolution has its batch size built in, and
     *     batches would not be faster
     * @return the probability of each pixel, 224 rows of 224 for any S
     */
    public float[][] probabilities(TFloat32 image) {
        float[] all = network.run(image).get(0)[0]; // 256 * 256
        var rows = new float[SEEN.length][SEEN.length];
        for (int i = 0; i < SEEN.length; i++) {
            for (int j = 0; j < SEEN.length; j++) {
                rows[i][j] = all[SEEN[i] * FaceInput.SELFIE_SIDE + SEEN[j]];
            }
        }
        return rows;
    }

    @Override
    public void close() {
        network.close();
    }
}
