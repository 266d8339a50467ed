package reaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Arrays of numbers: made from values, from a seed or from a formula, and compared. */
public final class Tensors {
    private Tensors() {}

    /** The values in row-major order. */
    public static FloatNdArray array(Shape shape, float... values) {
        assertEquals(shape.size(), values.length, "values for " + shape);
        return NdArrays.wrap(shape, DataBuffers.of(values));
    }

    /** The values as a vector. */
    public static FloatNdArray vector(float... values) {
        return array(Shape.of(values.length), values);
    }

    public static FloatNdArray scalar(float value) {
        return NdArrays.scalarOf(value);
    }

    /** Standard normal numbers, alike for alike seeds. */
    public static FloatNdArray random(long seed, long... shape) {
        var random = new Random(seed);
        return each(Shape.of(shape), index -> random.nextGaussian());
    }

    /** The array whose value at every index follows from the index. */
    public static FloatNdArray each(Shape shape, ToDoubleFunction<long[]> value) {
        FloatNdArray array = NdArrays.ofFloats(shape);
        if (shape.isScalar()) {
            return array.setFloat((float) value.applyAsDouble(new long[0]));
        }
        array.scalars().forEachIndexed((index, at) -> at.setFloat((float) value.applyAsDouble(index)));
        return array;
    }

    /** Fails unless shapes are equal and no value is further away than the tolerance; 0 means equal in every bit. */
    public static void assertClose(FloatNdArray expected, FloatNdArray actual, double tolerance) {
        assertEquals(expected.shape(), actual.shape(), "shape");
        var worst = new Object() {
            double difference = -1;
            long[] index = {};
        };
        each(expected.shape(), index -> {
            double difference = difference(expected.getFloat(index), actual.getFloat(index));
            if (difference > worst.difference) {
                worst.difference = difference;
                worst.index = index.clone();
            }
            return difference;
        });
        if (worst.difference > tolerance) {
            fail("furthest apart at %s: expected %s but was %s, which is %.3g apart and may be %.3g"
                    .formatted(
                            Arrays.toString(worst.index),
                            expected.getFloat(worst.index),
                            actual.getFloat(worst.index),
                            worst.difference,
                            tolerance));
        }
    }

    /** Fails unless the graph knows this shape; -1 is an unknown length, which {@link Shape#equals} holds equal to none. */
    public static void assertShape(Operand<TFloat32> x, long... expected) {
        assertArrayEquals(expected, x.shape().asArray(), "shape of " + x.op().name());
    }

    /** Whether any value differs. */
    public static boolean differ(FloatNdArray a, FloatNdArray b) {
        return !a.equals(b);
    }

    // NaN is far from everything, also from itself: no comparison may pass because of it.
    private static double difference(float expected, float actual) {
        double difference = Math.abs((double) expected - actual);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
