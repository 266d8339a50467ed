package reaging.nn;

import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.scalar;
import static reaging.Tensors.vector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import reaging.TestGraph;

class TensorMathTest {
    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void leakyReluLeaksAFifth() {
        var x = test.constant(vector(-10, -1, 0, 3));
        assertClose(vector(-2, -0.2f, 0, 3), test.fetch(TensorMath.leakyRelu(tf, x)), 1e-7);
    }

    @Test
    void joinDividesTheSumByTheRootOfTwo() {
        var joined = TensorMath.join(tf, test.constant(vector(1, -2)), test.constant(vector(3, 2)));
        assertClose(vector(2.828427f, 0), test.fetch(joined), 1e-6);
    }

    @Test
    void meanIsOverAllElements() {
        var x = test.constant(array(Shape.of(2, 1, 3), 1, 2, 3, 4, 5, 9));
        assertClose(scalar(4), test.fetch(TensorMath.mean(tf, x)), 1e-6);
    }

    @Test
    void softplusIsExactForLargeNumbersToo() {
        var x = test.constant(vector(-100, -1, 0, 1, 100));
        var expected = vector(0, 0.3132617f, 0.6931472f, 1.3132617f, 100);
        assertClose(expected, test.fetch(TensorMath.softplus(tf, x)), 1e-6);
    }
}
