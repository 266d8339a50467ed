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

class AdaInTest {
    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();
    private final Weights weights = test.weights("norm", 1);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theFirstHalfOfTheDenseLayerIsTheGainAndTheSecondTheBias() {
        var norm = new AdaIn(weights, 2, 1);
        test.assign(TestGraph.variable(weights, "norm/dense/kernel"), array(Shape.of(1, 4), 1, 2, 10, 20));
        test.assign(TestGraph.variable(weights, "norm/dense/bias"), array(Shape.of(4), 0, 0, 0, 0));
        // Both channels of both images are -1 and 1 once normalised; the styles are 1 and 2: gains 1 + s and 1 + 2 s.
        var x = test.constant(array(Shape.of(2, 1, 2, 2), 0, 0, 20, 20, 0, 0, 20, 20));
        var style = test.constant(array(Shape.of(2, 1), 1, 2));
        var expected = array(Shape.of(2, 1, 2, 2), 8, 17, 12, 23, 17, 35, 23, 45);
        assertClose(expected, test.fetch(norm.apply(tf, x, Condition.style(style))), 1e-5);
    }

    @Test
    void itEqualsThePlainLoop() {
        var norm = new AdaIn(weights, 3, 7);
        test.randomize(4, weights);
        var x = random(2, 2, 4, 5, 3);
        var style = random(3, 2, 7);
        var variables = test.values(weights);
        var both = Plain.dense(style, variables.get("norm/dense/kernel"), variables.get("norm/dense/bias"));
        var expected = Plain.modulated(Plain.normalizedImages(x), both);
        assertClose(
                expected, test.fetch(norm.apply(tf, test.constant(x), Condition.style(test.constant(style)))), 1e-5);
    }

    @Test
    void shapesStayForThreeSizesAndAnUnknownBatch() {
        var norm = new AdaIn(weights, 3, 7);
        var style = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 7)));
        for (long side : new long[] {1, 4, 10}) {
            var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, 3)));
            assertShape(norm.apply(tf, x, Condition.style(style)), -1, side, side, 3);
        }
    }
}
