package reaging.nn;

import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.assertShape;
import static reaging.Tensors.random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;

class InstanceNormTest {
    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();
    private final Weights weights = test.weights("norm", 1);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void atFirstEachChannelOfEachImageHasMeanZeroAndVarianceOne() {
        var norm = new InstanceNorm(weights, 1);
        test.initialize(weights);
        // Two images: means 2 and 10, biased variances 1 and 4. With the unbiased variance the first would be 0.707.
        var x = test.constant(array(Shape.of(2, 1, 2, 1), 1, 3, 8, 12));
        var expected = array(Shape.of(2, 1, 2, 1), -0.999995f, 0.999995f, -0.99999875f, 0.99999875f);
        assertClose(expected, test.fetch(norm.apply(tf, x, Condition.NONE)), 2e-6);
    }

    @Test
    void epsilonKeepsAFlatChannelFinite() {
        var norm = new InstanceNorm(weights, 1);
        test.initialize(weights);
        // Variance 1e-6: 0.001 / sqrt(1e-6 + 1e-5).
        var x = test.constant(array(Shape.of(1, 1, 2, 1), -0.001f, 0.001f));
        var expected = array(Shape.of(1, 1, 2, 1), -0.3015113f, 0.3015113f);
        assertClose(expected, test.fetch(norm.apply(tf, x, Condition.NONE)), 1e-5);
    }

    @Test
    void itEqualsThePlainLoop() {
        var norm = new InstanceNorm(weights, 3);
        test.randomize(4, weights);
        var x = random(2, 2, 4, 5, 3);
        var variables = test.values(weights);
        var expected = Plain.scaled(Plain.normalizedImages(x), variables.get("norm/gamma"), variables.get("norm/beta"));
        assertClose(expected, test.fetch(norm.apply(tf, test.constant(x), Condition.NONE)), 1e-5);
    }

    @Test
    void shapesStayForThreeSizesAndAnUnknownBatch() {
        var norm = new InstanceNorm(weights, 3);
        for (long side : new long[] {1, 4, 10}) {
            var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, 3)));
            assertShape(norm.apply(tf, x, Condition.NONE), -1, side, side, 3);
        }
    }
}
