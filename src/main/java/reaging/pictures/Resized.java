package reaging.pictures;

/**
 * A square map of numbers at another size: averaged by area where it shrinks, which looks at every pixel, and bilinear between the
 * centres of pixels where it grows. Equal to TensorFlow's {@code ResizeArea} and {@code ResizeBilinear} with
 * {@code half_pixel_centers}, up to rounding.
 */
public final class Resized {
    private final int side;
    private final int size;
    private final int channels;
    private final int[] first; // [S], the first number that each number of the result takes from
    private final float[][] weights; // [S][as many as it takes from], with a sum of 1

    /** Gives the rows of a map, each from left to right, channel by channel. */
    @FunctionalInterface
    interface Rows {
        void read(int y, float[] row);
    }

    private Resized(int side, int size, int channels) {
        this.side = side;
        this.size = size;
        this.channels = channels;
        first = new int[size];
        weights = new float[size][];
        for (int i = 0; i < size; i++) {
            if (size < side) {
                areaAt(i);
            } else {
                bilinearAt(i);
            }
        }
    }

    /** Each number of the result covers {@code side / size} of the map, some of them in part. */
    private void areaAt(int i) {
        double begin = (double) i * side / size;
        double end = (double) (i + 1) * side / size;
        first[i] = (int) begin;
        weights[i] = new float[Math.min(side, (int) Math.ceil(end)) - first[i]];
        for (int k = 0; k < weights[i].length; k++) {
            double covered = Math.min(end, first[i] + k + 1) - Math.max(begin, first[i] + k);
            weights[i][k] = (float) (covered * size / side);
        }
    }

    private void bilinearAt(int i) {
        double centre = Math.max(0, (i + .5) * side / size - .5);
        first[i] = Math.min((int) centre, Math.max(0, side - 2));
        float second = (float) Math.min(1, centre - first[i]);
        weights[i] = side == 1 ? new float[] {1} : new float[] {1 - second, second};
    }

    /**
     * A map at another size.
     *
     * @param map [side, side, channels]
     * @return [size, size, channels]
     */
    public static float[] of(float[] map, int side, int size, int channels) {
        return of(side, size, channels, (y, row) -> System.arraycopy(map, y * row.length, row, 0, row.length));
    }

    static float[] of(int side, int size, int channels, Rows rows) {
        return new Resized(side, size, channels).map(rows);
    }

    private float[] map(Rows rows) {
        float[] result = new float[size * size * channels];
        float[] row = new float[side * channels];
        float[] narrow = new float[size * channels];
        int width = narrow.length;
        int below = 0; // the first row of the result that may still take from the row at hand
        for (int y = 0; y < side; y++) {
            rows.read(y, row);
            narrow(row, narrow);
            while (below < size && first[below] + weights[below].length <= y) {
                below++;
            }
            for (int i = below; i < size && first[i] <= y; i++) {
                if (y < first[i] + weights[i].length) {
                    add(narrow, weights[i][y - first[i]], result, i * width);
                }
            }
        }
        return result;
    }

    private void narrow(float[] row, float[] narrow) {
        for (int i = 0; i < size; i++) {
            for (int channel = 0; channel < channels; channel++) {
                narrow[i * channels + channel] = sum(row, first[i] * channels + channel, weights[i]);
            }
        }
    }

    private float sum(float[] row, int from, float[] shares) {
        float sum = 0;
        int at = from;
        for (float share : shares) {
            sum += share * row[at];
            at += channels;
        }
        return sum;
    }

    private static void add(float[] row, float weight, float[] result, int at) {
        for (int i = 0; i < row.length; i++) {
            result[at + i] += weight * row[i];
        }
    }
}
