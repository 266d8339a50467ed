package reaging.evaluation.truth;

/** The mean absolute difference of images in [-1, 1] over a part of their pixels, in 1/255. */
final class Difference {
    private double sum;
    private long values;

    /** Whether a pixel counts. */
    @FunctionalInterface
    interface Part {
        boolean contains(int y, int x);
    }

    void add(float[][][] a, float[][][] b, Part part) {
        for (int y = 0; y < a.length; y++) {
            for (int x = 0; x < a[y].length; x++) {
                if (part.contains(y, x)) {
                    for (int channel = 0; channel < 3; channel++) {
                        sum += Math.abs(a[y][x][channel] - b[y][x][channel]);
                    }
                    values += 3;
                }
            }
        }
    }

    /** Returns the mean; NaN if no pixel counted. */
    double mean() {
        return 127.5 * sum / values;
    }
}
