package reaging.losses;

import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.scalar;
import static reaging.Tensors.vector;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;

class DiscriminatorLossTest {
    private static final FloatNdArray IMAGES = array(Shape.of(2, 1, 2, 1), 1, 2, -1, 0.5f);

    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void totalAndTermsAreThoseComputedByHand() {
        var images = test.constant(array(Shape.of(4, 1, 1, 1), 0, 1, -2, 3));
        // The logits are the images themselves: slope 1 everywhere, R1 one half.
        var real = tf.reshape(images, tf.array(-1)); // 0, 1, -2, 3
        var fake = test.constant(vector(0, 1, -2, 3));
        var loss = DiscriminatorLoss.of(tf, real, fake, images, 4);
        var terms = TestGraph.fetchAll(test.runner(), List.of(loss.real(), loss.fake(), loss.r1(), loss.total()));
        // Softplus of 0, -1, 2 and -3: 0.693147, 0.313262, 2.126928, 0.048587.
        assertClose(scalar(0.795481f), terms.get(0), 1e-6);
        // Softplus of 0, 1, -2 and 3: 0.693147, 1.313262, 0.126928, 3.048587.
        assertClose(scalar(1.295481f), terms.get(1), 1e-6);
        assertClose(scalar(0.5f), terms.get(2), 1e-6);
        assertClose(scalar(0.795481f + 1.295481f + 4 * 0.5f), terms.get(3), 2e-6);
    }

    @Test
    void r1IsHalfTheSquaredSlopeSummedOverPixelsAndAveragedOverImages() {
        var images = test.constant(IMAGES);
        var r1 = DiscriminatorLoss.r1(tf, squares(images, test.constant(vector(1, 3))), images);
        // Slopes 2 a x: 2, 12 and -2, 3; squared and summed: 148 and 13; half of their mean: 40.25.
        assertClose(scalar(40.25f), test.fetch(r1), 1e-5);
    }

    @Test
    void r1sOwnSlopeIsOfSecondOrder() {
        var images = test.constant(IMAGES);
        var a = test.constant(vector(1, 3));
        var r1 = DiscriminatorLoss.r1(tf, squares(images, a), images);
        Operand<TFloat32> slope = tf.gradients(r1, List.of(a), Gradients.dx(List.of(tf.constant(1f))))
                .dy(0);
        // R1 = sum (2 a x)^2 / 4, so dR1/da = 2 a sum x^2: 2 * (1 + 1) and 2 * 3 * (4 + 0.25).
        assertClose(vector(4, 25.5f), test.fetch(slope), 1e-5);
    }

    /** The sum of a x^2 over each image's two pixels, [N]. */
    private Operand<TFloat32> squares(Operand<TFloat32> images, Operand<TFloat32> a) {
        var weighted = tf.math.mul(tf.math.square(tf.reshape(images, tf.array(-1, 2))), a); // [N, 2]
        return tf.reduceSum(weighted, tf.constant(1)); // [N]
    }
}
