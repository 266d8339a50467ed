package reaging.faces;

import java.util.Arrays;
import reaging.pictures.Resized;

/**
 * Numbers on a square grid that can be interpolated between its cells.
 *
 * @param values values [side * side * channels], row by row
 * @param side side in cells
 * @param channels numbers per cell
 */
record Grid(float[] values, int side, int channels) {
    /** Creates a grid with one number per cell. */
    static Grid of(float[][] rows) {
        var values = new float[rows.length * rows.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * rows.length, rows.length);
        }
        return new Grid(values, rows.length, 1);
    }

    /** Subtracts another grid of the same size. */
    Grid minus(Grid other) {
        var difference = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            difference[i] = values[i] - other.values[i];
        }
        return new Grid(difference, side, channels);
    }

    /**
     * Smooths out variations between adjacent cells: each cell is blended with its neighbours, (1, 4, 1) / 6 in both directions,
     * as in a cubic B-spline over the cells.
     */
    Grid smoothed() {
        return smoothed(channels).smoothed(side * channels);
    }

    /** Smooths in one direction, in which neighbours are a number of values apart. */
    private Grid smoothed(int apart) {
        var smooth = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i / apart % side; // along the direction
            float before = values[place == 0 ? i : i - apart];
            float after = values[place == side - 1 ? i : i + apart];
            smooth[i] = (before + 4 * values[i] + after) / 6;
        }
        return new Grid(smooth, side, channels);
    }

    /** Resizes to fewer cells, each the mean over the area that it covers; bilinearly to more. */
    Grid reducedTo(int cells) {
        var reduced = new float[cells * cells * channels];
        for (int channel = 0; channel < channels; channel++) {
            float[] plane = Resized.of(plane(channel), side, cells);
            for (int i = 0; i < plane.length; i++) {
                reduced[i * channels + channel] = plane[i];
            }
        }
        return new Grid(reduced, cells, channels);
    }

    private float[] plane(int channel) {
        var plane = new float[side * side];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = values[i * channels + channel];
        }
        return plane;
    }

    /** Interpolates at a position from (0, 0) to (1, 1) with the cubic of Catmull and Rom 1974 through 4 x 4 cells. */
    void cubic(double u, double v, float[] result) {
        double x = u * side - .5;
        double y = v * side - .5;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        var across = cubic((float) (x - left));
        var down = cubic((float) (y - top));
        Arrays.fill(result, 0, channels, 0);
        for (int i = 0; i < 4; i++) {
            int row = inside(top - 1 + i) * side;
            for (int j = 0; j < 4; j++) {
                float weight = down[i] * across[j];
                int cell = (row + inside(left - 1 + j)) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    result[channel] += weight * values[cell + channel];
                }
            }
        }
    }

    private static float[] cubic(float t) {
        return new float[] {
            t * (-.5f + t * (1 - .5f * t)),
            1 + t * t * (-2.5f + 1.5f * t),
            t * (.5f + t * (2 - 1.5f * t)),
            t * t * (-.5f + .5f * t)
        };
    }

    /** Interpolates the first channel bilinearly at a position from (0, 0) to (1, 1). */
    float linear(double u, double v) {
        double x = u * side - .5;
        double y = v * side - .5;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float down = (float) (y - top);
        float above = at(left, top) + right * (at(left + 1, top) - at(left, top));
        float below = at(left, top + 1) + right * (at(left + 1, top + 1) - at(left, top + 1));
        return above + down * (below - above);
    }

    private float at(int column, int row) {
        return values[(inside(row) * side + inside(column)) * channels];
    }

    private int inside(int cell) {
        return Math.min(Math.max(cell, 0), side - 1);
    }
}
