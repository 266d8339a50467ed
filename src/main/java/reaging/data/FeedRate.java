package reaging.data;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The speed at which faces are read, decoded, resized, flipped and batched when nothing else runs.
 *
 * @param imagesPerSecond speed of the median slice of batches in images/s
 * @param range speed of the slowest and the fastest slice in images/s
 */
public record FeedRate(double imagesPerSecond, double[] range) {
    private static final int WARM_UP = 50;
    private static final int SLICES = 10;

    /**
     * Reads batches as fast as possible.
     *
     * @param size side of the images in pixels
     * @param count faces per batch
     * @param batches number of batches to measure, 10 or more
     * @param notices receives a notice for each skipped face
     */
    public static FeedRate measure(FaceSet faces, int size, int count, int batches, Consumer<String> notices) {
        if (batches < SLICES) {
            throw new IllegalArgumentException(
                    "at least " + SLICES + " batches must be measured but the number is " + batches + "; try 500");
        }
        double[] rates = new double[SLICES];
        int slice = batches / SLICES;
        try (var source = new Batches(faces, size, count, 0, 1, notices)) {
            take(source, WARM_UP);
            for (int i = 0; i < SLICES; i++) {
                long began = System.nanoTime();
                take(source, slice);
                rates[i] = slice * count / ((System.nanoTime() - began) / 1e9);
            }
        }
        Arrays.sort(rates);
        return new FeedRate(rates[SLICES / 2], new double[] {rates[0], rates[SLICES - 1]});
    }

    private static void take(Batches source, int number) {
        for (int i = 0; i < number; i++) {
            source.next().close();
        }
    }
}
