package reaging.app.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import reaging.Tensors;

class FeaturesTest {
    @Test
    void printsShapeRangeAndAFewValues() {
        var features = new Features("f", NdArrays.vectorOf(1, -2, 0.5f, 4.5f));
        assertEquals("float32 [4], -2.00 to 4.50, mean 1.00: 1.000, -2.000, 0.500, ...", features.toString());
    }

    @Test
    void valuesAreInOneRowWithChannelsFastest() {
        var values = Tensors.each(Shape.of(1, 2, 3), at -> 10 * at[1] + at[2]);
        assertArrayEquals(new double[] {0, 1, 2, 10, 11, 12}, new Features("f", values).toArray());
    }

    @Test
    void heatMapBeginsWithTheMeanAndThenTheLiveliestChannel() {
        // Channel 0 is constant, channel 1 rises to the right.
        var values = Tensors.each(Shape.of(2, 2, 2), at -> at[2] == 0 ? -3 : at[1]);
        var heat = new Features("f", values).heat();
        assertEquals("[mean |x|, channel 1, channel 0]", heat.columns().toString());
        var liveliest = heat.rows().get(0).get(1);
        assertEquals(0x440154, liveliest.getRGB(0, 0) & 0xffffff, "the least is dark violet");
        assertEquals(0xfde725, liveliest.getRGB(1, 1) & 0xffffff, "the most is yellow");
    }

    @Test
    void vectorHasNoHeatMap() {
        var vector = new Features("f", NdArrays.vectorOf(1f, 2f));
        assertThrows(IllegalArgumentException.class, vector::heat);
        assertEquals(800, vector.image().getWidth(), "but a plot");
    }
}
