package reaging.pictures;

/** The weights with which each number of a resized row or column combines numbers of the original. */
final class ResizedAxis {
    private final int side;
    private final int[] first; // [S], index of the first original number that each uses
    private final float[][] weights; // [S][number of original numbers used], with a sum of 1

    /**
     * Computes weights for area averaging when shrinking, or bilinear interpolation when growing.
     *
     * @param side original number of values
     * @param size new number of values, S
     */
    ResizedAxis(int side, int size) {
        this.side = side;
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

    /** Computes area weights: each result covers {@code side / size} original numbers, some of them partially. */
    private void areaAt(int i) {
        double begin = (double) i * side / size();
        double end = (double) (i + 1) * side / size();
        first[i] = (int) begin;
        weights[i] = new float[Math.min(side, (int) Math.ceil(end)) - first[i]];
        for (int k = 0; k < weights[i].length; k++) {
            double covered = Math.min(end, first[i] + k + 1) - Math.max(begin, first[i] + k);
            weights[i][k] = (float) (covered * size() / side);
        }
    }

    private void bilinearAt(int i) {
        double centre = Math.max(0, (i + .5) * side / size() - .5);
        first[i] = Math.min((int) centre, Math.max(0, side - 2));
        float second = (float) Math.min(1, centre - first[i]);
        weights[i] = side == 1 ? new float[] {1} : new float[] {1 - second, second};
    }

    int side() {
        return side;
    }

    int size() {
        return first.length;
    }

    int first(int i) {
        return first[i];
    }

    /** Returns the index after the last original number that a result uses. */
    int end(int i) {
        return first[i] + weights[i].length;
    }

    float weight(int i, int from) {
        return weights[i][from - first[i]];
    }

    /**
     * Resizes a row.
     *
     * @param values array that contains the row, [side]
     * @param at index at which the row starts
     * @param row receives the result, [S]
     */
    void narrow(float[] values, int at, float[] row) {
        for (int i = 0; i < size(); i++) {
            float sum = 0;
            for (int k = 0; k < weights[i].length; k++) {
                sum += weights[i][k] * values[at + first[i] + k];
            }
            row[i] = sum;
        }
    }

    /**
     * Resizes a row of pixels.
     *
     * @param pixels RGB values in an int each, [side]
     * @param row receives the result, [S, 3] in 0..255
     */
    void narrow(int[] pixels, float[] row) {
        for (int i = 0; i < size(); i++) {
            float[] shares = weights[i];
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int k = 0; k < shares.length; k++) {
                int pixel = pixels[first[i] + k];
                red += shares[k] * (pixel >> 16 & 0xff);
                green += shares[k] * (pixel >> 8 & 0xff);
                blue += shares[k] * (pixel & 0xff);
            }
            row[3 * i] = red;
            row[3 * i + 1] = green;
            row[3 * i + 2] = blue;
        }
    }
}
