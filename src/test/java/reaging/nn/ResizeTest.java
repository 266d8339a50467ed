package reaging.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.assertShape;
import static reaging.Tensors.random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;

class ResizeTest {
    private final TestGraph test = new TestGraph();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void halvingAveragesTwoByTwoPixels() {
        var x = test.constant(array(Shape.of(1, 2, 4, 1), 1, 2, 10, 20, 3, 4, 30, 40));
        assertClose(array(Shape.of(1, 1, 2, 1), 2.5f, 25), test.fetch(Resize.HALVE.apply(test.tf(), x)), 0);
    }

    @Test
    void doublingRepeatsEachPixelTwoByTwoTimes() {
        var x = test.constant(array(Shape.of(1, 1, 2, 1), 1, 2));
        var expected = array(Shape.of(1, 2, 4, 1), 1, 1, 2, 2, 1, 1, 2, 2);
        assertClose(expected, test.fetch(Resize.DOUBLE.apply(test.tf(), x)), 0);
    }

    // What Keras' UpSampling2D(2, interpolation="bilinear") makes of it.
    @Test
    void doublingBilinearlyInterpolatesAndRepeatsTheBorder() {
        var x = test.constant(array(Shape.of(1, 2, 2, 1), 0, 4, 8, 12));
        var expected = array(Shape.of(1, 4, 4, 1), 0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12);
        assertClose(expected, test.fetch(Resize.DOUBLE_BILINEAR.apply(test.tf(), x)), 0);
    }

    @ParameterizedTest
    @EnumSource(Resize.class)
    void itEqualsThePlainLoop(Resize resize) {
        var x = random(1, 2, 4, 6, 3);
        assertClose(Plain.resized(x, resize), test.fetch(resize.apply(test.tf(), test.constant(x))), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Resize.class)
    void shapesFollowForThreeSizesAndAnUnknownBatch(Resize resize) {
        for (long side : new long[] {2, 4, 10}) {
            var x = test.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, 2 * side, 3)));
            assertShape(resize.apply(test.tf(), x), -1, resize.of(side), resize.of(2 * side), 3);
        }
        assertEquals(4, Resize.NONE.of(4));
        assertEquals(2, Resize.HALVE.of(4));
        assertEquals(8, Resize.DOUBLE.of(4));
        assertEquals(8, Resize.DOUBLE_BILINEAR.of(4));
    }
}
