package reaging.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.assertShape;
import static reaging.Tensors.random;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;

class ConvolutionTest {
    private static final List<Long> EVERY_PIXEL = List.of(1L, 1L, 1L, 1L);
    private static final List<Long> PAIRS = List.of(1L, 2L, 2L, 1L);

    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();
    private final Weights weights = test.weights("layer", 1);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void sameSumsAPixelsNeighboursWithZerosAroundTheImage() {
        var layer = Convolution.same(weights, 3, 1, 1);
        test.initialize(weights);
        // The kernel takes the right neighbour once and the pixel below ten times; the bias adds 100.
        set("kernel", array(Shape.of(3, 3, 1, 1), 0, 0, 0, 0, 0, 1, 0, 10, 0));
        set("bias", array(Shape.of(1), 100));
        var x = array(Shape.of(1, 2, 3, 1), 1, 2, 3, 4, 5, 6);
        assertClose(
                array(Shape.of(1, 2, 3, 1), 142, 153, 160, 105, 106, 100),
                test.fetch(layer.apply(tf, test.constant(x))),
                0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void sameEqualsThePlainLoop(int size) {
        var layer = Convolution.same(weights, size, 3, 4);
        assertEqualsPlain(layer, size, 3, 4, (size - 1) / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void validEqualsThePlainLoop(int size) {
        var layer = Convolution.valid(weights, size, 3, 4);
        assertEqualsPlain(layer, size, 3, 4, 0);
    }

    private void assertEqualsPlain(Convolution layer, int size, int in, int out, int border) {
        test.randomize(5, weights);
        var x = random(2, 2, 5, 6, in);
        var variables = test.values(weights);
        assertEquals(
                Shape.of(size, size, in, out), variables.get("layer/kernel").shape());
        var expected = Plain.convolution(x, variables.get("layer/kernel"), variables.get("layer/bias"), border);
        assertClose(expected, test.fetch(layer.apply(tf, test.constant(x))), 1e-5);
    }

    @Test
    void mixMixesThePixelsOwnChannelsAndHasNoBias() {
        var layer = Convolution.mix(weights, 2, 3);
        test.initialize(weights);
        set("kernel", array(Shape.of(1, 1, 2, 3), 1, 0, 2, 0, 1, -1));
        var x = array(Shape.of(1, 1, 2, 2), 1, 2, 3, 5);
        var expected = array(Shape.of(1, 1, 2, 3), 1, 2, 0, 3, 5, 1);
        assertClose(expected, test.fetch(layer.apply(tf, test.constant(x))), 0);
        assertEquals(1, weights.all().size());
    }

    // Borders are where a kernel of 4 x 4 could differ from one of 3 x 3: the sides are short, so that most pixels are
    // at one.
    @ParameterizedTest
    @EnumSource(Resize.class)
    void resizedEqualsThePlainFormWithItsBorders(Resize resize) {
        var layer = Convolution.resized(weights, 3, 5, resize);
        test.randomize(5, weights);
        var x = random(2, 2, 4, 6, 3);
        var variables = test.values(weights);
        assertEquals(Shape.of(3, 3, 3, 5), variables.get("layer/kernel").shape());
        var expected = plain(x, variables.get("layer/kernel"), variables.get("layer/bias"), resize);
        assertClose(expected, test.fetch(layer.apply(tf, test.constant(x))), 1e-5);
    }

    private static FloatNdArray plain(FloatNdArray x, FloatNdArray kernel, FloatNdArray bias, Resize resize) {
        return switch (resize) {
            case NONE -> Plain.convolution(x, kernel, bias, 1);
            case HALVE -> Plain.resized(Plain.convolution(x, kernel, bias, 1), Resize.HALVE);
            case DOUBLE, DOUBLE_BILINEAR -> Plain.convolution(Plain.resized(x, resize), kernel, bias, 1);
        };
    }

    @ParameterizedTest
    @EnumSource(Resize.class)
    void resizedHasTheSlopesOfThePlainForm(Resize resize) {
        var layer = Convolution.resized(weights, 3, 5, resize);
        test.randomize(5, weights);
        var x = test.constant(random(2, 2, 4, 6, 3));
        var kernel = weights.value(TestGraph.variable(weights, "layer/kernel"));
        var bias = weights.value(TestGraph.variable(weights, "layer/bias"));
        var points = List.of(x, kernel, bias);
        var slopes = slopes(layer.apply(tf, x), points);
        var plainSlopes = slopes(plain(x, kernel, bias, resize), points);
        for (int i = 0; i < points.size(); i++) {
            // Sums of up to 2 x 8 x 12 products of normal numbers.
            assertClose(plainSlopes.get(i), slopes.get(i), 5e-5);
        }
    }

    private Operand<TFloat32> plain(
            Operand<TFloat32> x, Operand<TFloat32> kernel, Operand<TFloat32> bias, Resize resize) {
        var large = resize.doubles() ? resize.apply(tf, x) : x;
        var convolved = tf.nn.biasAdd(tf.nn.conv2d(large, kernel, EVERY_PIXEL, "SAME"), bias);
        return resize == Resize.HALVE ? tf.nn.avgPool(convolved, PAIRS, PAIRS, "VALID") : convolved;
    }

    private List<FloatNdArray> slopes(Operand<TFloat32> y, List<? extends Operand<TFloat32>> points) {
        var weighted = tf.math.mul(y, test.constant(random(9, y.shape().asArray())));
        var slopes = tf.gradients(tf.reduceSum(weighted, tf.array(0, 1, 2, 3)), points);
        List<Operand<TFloat32>> each = List.of(slopes.dy(0), slopes.dy(1), slopes.dy(2));
        return TestGraph.fetchAll(test.runner(), each);
    }

    @ParameterizedTest
    @EnumSource(Resize.class)
    void shapesFollowForThreeSizesAndAnUnknownBatch(Resize resize) {
        var layer = Convolution.resized(weights, 3, 5, resize);
        for (long side : new long[] {2, 4, 10}) {
            var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, 3)));
            assertShape(layer.apply(tf, x), -1, resize.of(side), resize.of(side), 5);
        }
    }

    @Test
    void validShrinksForThreeSizesAndAnUnknownBatch() {
        var layer = Convolution.valid(weights, 2, 3, 5);
        for (long side : new long[] {2, 4, 10}) {
            var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, 3)));
            assertShape(layer.apply(tf, x), -1, side - 1, side - 1, 5);
        }
    }

    private void set(String name, FloatNdArray value) {
        test.assign(TestGraph.variable(weights, "layer/" + name), value);
    }
}
