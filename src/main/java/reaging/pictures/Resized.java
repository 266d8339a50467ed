package reaging.pictures;

/**
 * A square map of numbers at another size: averaged by area where it shrinks, which looks at every pixel, and bilinear between the
 * centres of pixels where it grows. Equal to TensorFlow's {@code ResizeArea} and {@code ResizeBilinear} with
 * {@code half_pixel_centers}, up to rounding.
 */
public final class Resized {
    private Resized() {}

    /** A map that gives its rows one after the other, from the top, at the width wanted. */
    @FunctionalInterface
    interface Rows {
        void read(int y, float[] row);
    }

    /**
     * A map at another size.
     *
     * @param map [side, side]
     * @return [size, size]
     */
    public static float[] of(float[] map, int side, int size) {
        var axis = new ResizedAxis(side, size);
        return of(axis, size, (y, row) -> axis.narrow(map, y * side, row));
    }

    /**
     * Puts rows of the width wanted together to the height wanted.
     *
     * @param width numbers in a row
     */
    static float[] of(ResizedAxis axis, int width, Rows rows) {
        float[] result = new float[axis.size() * width];
        float[] row = new float[width];
        int top = 0; // the first row of the result that may still take from the row at hand
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
