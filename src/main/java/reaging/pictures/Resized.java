package reaging.pictures;

/**
 * Resizes a square map of numbers: by area averaging when shrinking, which uses every pixel, and bilinearly between pixel centres
 * when growing. This equals TensorFlow's {@code ResizeArea} and {@code ResizeBilinear} with {@code half_pixel_centers}, up to
 * rounding.
 */
public final class Resized {
    private Resized() {}

    /** A map that returns its rows one after the other, from the top, at the new width. */
    @FunctionalInterface
    interface Rows {
        void read(int y, float[] row);
    }

    /**
     * Resizes a map.
     *
     * @param map [side, side]
     * @return [size, size]
     */
    public static float[] of(float[] map, int side, int size) {
        var axis = new ResizedAxis(side, size);
        return of(axis, size, (y, row) -> axis.narrow(map, y * side, row));
    }

    /**
     * Combines rows of the new width to the new height.
     *
     * @param width numbers per row
     */
    static float[] of(ResizedAxis axis, int width, Rows rows) {
        float[] result = new float[axis.size() * width];
        float[] row = new float[width];
        int top = 0; // the first row of the result that may still use the current row
        for (int y = 0; y < axis.side(); y++) {
            rows.read(y, row);
            while (top < axis.size() && axis.end(top) <= y) {
                top++;
            }
            for (int i = top; i < axis.size() && axis.first(i) <= y; i++) {
                if (y < axis.end(i)) {
                    add(row, axis.weight(i, y), result, i * width);
                }
            }
        }
        return result;
    }

    private static void add(float[] row, float weight, float[] result, int at) {
        for (int i = 0; i < row.length; i++) {
            result[at + i] += weight * row[i];
        }
    }
}
