package reaging.nn;

import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.assertShape;
import static reaging.Tensors.random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;

class DenseTest {
    private final TestGraph test = new TestGraph();
    private final Weights weights = test.weights("layer", 1);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void everyOutputSumsAllInputsAndItsBias() {
        var layer = new Dense(weights, 2, 3);
        test.assign(TestGraph.variable(weights, "layer/kernel"), array(Shape.of(2, 3), 1, 2, 3, 10, 20, 30));
        test.assign(TestGraph.variable(weights, "layer/bias"), array(Shape.of(3), 100, 200, 300));
        var x = test.constant(array(Shape.of(2, 2), 1, 1, 2, 0));
        var expected = array(Shape.of(2, 3), 111, 222, 333, 102, 204, 306);
        assertClose(expected, test.fetch(layer.apply(test.tf(), x)), 0);
    }

    @Test
    void itEqualsThePlainLoop() {
        var layer = new Dense(weights, 7, 5);
        test.randomize(3, weights);
        var x = random(2, 4, 7);
        var variables = test.values(weights);
        var expected = Plain.dense(x, variables.get("layer/kernel"), variables.get("layer/bias"));
        assertClose(expected, test.fetch(layer.apply(test.tf(), test.constant(x))), 1e-5);
    }

    @Test
    void theBatchMayBeUnknown() {
        var layer = new Dense(weights, 7, 5);
        var x = test.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 7)));
        assertShape(layer.apply(test.tf(), x), -1, 5);
    }
}
