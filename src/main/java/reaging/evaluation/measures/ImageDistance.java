package reaging.evaluation.measures;

/** Distances between two images, both [H][W][3] in [-1, 1]. */
public final class ImageDistance {
    private static final double RANGE = 2; // of the values
    private static final double LEVELS = 255; // of 8-bit images
    private static final int CORNERS = 8; // of a side, in a corner's side
    private static final double BEST_PSNR = 100; // for equal images it would be infinite

    private ImageDistance() {}

    /** Returns the mean absolute difference in 1/255 of the range. */
    public static double l1(float[][][] a, float[][][] b) {
        return l1(a, b, 0, 0, a.length, a[0].length);
    }

    /** Returns this difference in the worst of the four corners, squares whose side is an eighth of the image's height. */
    public static double worstCorner(float[][][] a, float[][][] b) {
        int side = Math.max(1, a.length / CORNERS);
        double worst = 0;
        for (int top : new int[] {0, a.length - side}) {
            for (int left : new int[] {0, a[0].length - side}) {
                worst = Math.max(worst, l1(a, b, top, left, side, side));
            }
        }
        return worst;
    }

    private static double l1(float[][][] a, float[][][] b, int top, int left, int height, int width) {
        double sum = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                sum += difference(a[y][x], b[y][x]);
            }
        }
        return LEVELS / RANGE * sum / (3.0 * height * width);
    }

    /**
     * Returns this difference over the background, which should not change; NaN if there is none.
     *
     * @param mask [H][W][1], 0 = background
     */
    public static double background(float[][][] a, float[][][] b, float[][][] mask) {
        double sum = 0;
        long values = 0;
        for (int y = 0; y < a.length; y++) {
            for (int x = 0; x < a[y].length; x++) {
                if (mask[y][x][0] == 0) {
                    sum += difference(a[y][x], b[y][x]);
                    values += 3;
                }
            }
        }
        return LEVELS / RANGE * sum / values;
    }

    private static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            sum += Math.abs(a[channel] - b[channel]);
        }
        return sum;
    }

    /** Returns the peak signal-to-noise ratio in dB, 10 log10(range^2 / mean squared error), at most 100. */
    public static double psnr(float[][][] a, float[][][] b) {
        double sum = 0;
        for (int y = 0; y < a.length; y++) {
            for (int x = 0; x < a[y].length; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    double difference = a[y][x][channel] - b[y][x][channel];
                    sum += difference * difference;
                }
            }
        }
        double error = sum / (3.0 * a.length * a[0].length);
        return Math.min(BEST_PSNR, 10 * Math.log10(RANGE * RANGE / error));
    }
}
