package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GridTest {
    private static Grid ramp(int side) {
        var rows = new float[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                rows[row][column] = 2 * column + row;
            }
        }
        return Grid.of(rows);
    }

    @Test
    void bothInterpolationsPassThroughTheCells() {
        var grid = ramp(8);
        var result = new float[1];
        grid.cubic(3.5 / 8, 4.5 / 8, result);
        assertEquals(10, result[0], 1e-5f);
        assertEquals(10, grid.linear(3.5 / 8, 4.5 / 8), 1e-5f);
    }

    @Test
    void aRampStaysARampBetweenTheCells() {
        var grid = ramp(8);
        var result = new float[1];
        grid.cubic(4.1 / 8, 4.7 / 8, result);
        assertEquals(2 * 3.6 + 4.2, result[0], 1e-5f);
        assertEquals(2 * 3.6 + 4.2, grid.linear(4.1 / 8, 4.7 / 8), 1e-5f);
    }

    @Test
    void theEdgeGoesOn() {
        var result = new float[1];
        new Grid(new float[] {5, 5, 5, 5}, 2, 1).cubic(-.5, 2, result);
        assertEquals(5, result[0], 1e-5f);
    }

    @Test
    void fewerCellsAreMeans() {
        var reduced = new Grid(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, 4, 1).reducedTo(2);
        assertArrayEquals(new float[] {3.5f, 5.5f, 11.5f, 13.5f}, reduced.values(), 1e-5f);
        // A cell that lies half in one and half in the other counts half.
        var uneven = new Grid(new float[] {0, 6, 0, 0, 6, 0, 0, 6, 0}, 3, 1).reducedTo(2);
        assertArrayEquals(new float[] {2, 2, 2, 2}, uneven.values(), 1e-5f);
    }

    @Test
    void smoothingKeepsFlatPartsAndTakesDotsAway() {
        var flat = new float[5 * 5 * 2];
        Arrays.fill(flat, .5f);
        assertArrayEquals(flat, new Grid(flat, 5, 2).smoothed().values(), 1e-6f);
        var dot = new float[5 * 5 * 2];
        dot[(2 * 5 + 2) * 2 + 1] = 36; // in the middle, in the second channel
        float[] smooth = new Grid(dot, 5, 2).smoothed().values();
        assertEquals(16, smooth[(2 * 5 + 2) * 2 + 1], 1e-5);
        assertEquals(4, smooth[(2 * 5 + 3) * 2 + 1], 1e-5);
        assertEquals(4, smooth[(1 * 5 + 2) * 2 + 1], 1e-5);
        assertEquals(1, smooth[(1 * 5 + 1) * 2 + 1], 1e-5);
        assertEquals(0, smooth[(2 * 5 + 2) * 2], 1e-5);
        assertEquals(0, smooth[(2 * 5 + 4) * 2 + 1], 1e-5);
    }
}
