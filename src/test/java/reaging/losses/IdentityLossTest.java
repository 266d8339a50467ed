package reaging.losses;

import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.scalar;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;

class IdentityLossTest {
    private static final Shape TWO_PIXELS = Shape.of(2, 1, 1, 3);

    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();

    @AfterEach
    void close() {
        test.close();
    }

    /** Describes an image of one pixel by its colour. */
    private static Operand<TFloat32> colour(Ops tf, Operand<TFloat32> images) {
        return tf.reshape(images, tf.array(-1, 3));
    }

    private Operand<TFloat32> loss(Operand<TFloat32> images, FloatNdArray reAged) {
        return IdentityLoss.of(tf, IdentityLossTest::colour, images, test.constant(reAged));
    }

    @Test
    void itIsOneMinusTheMeanCosine() {
        var images = test.constant(array(TWO_PIXELS, 1, 0, 0, 0.3f, 0, 0.4f));
        // Cosines of 0 and of (0.18 + 0.32) / (0.5 * 1).
        var unlikeAndAlike = array(TWO_PIXELS, 0, -0.5f, 0, 0.6f, 0, 0.8f);
        assertClose(scalar(0.5f), test.fetch(loss(images, unlikeAndAlike)), 1e-6);
        assertClose(scalar(2), test.fetch(loss(images, array(TWO_PIXELS, -2, 0, 0, -0.3f, 0, -0.4f))), 1e-6);
    }

    @Test
    void theLengthOfADescriptionDoesNotCount() {
        var images = test.constant(array(TWO_PIXELS, 1, 0, 0, 0.3f, 0, 0.4f));
        assertClose(scalar(0), test.fetch(loss(images, array(TWO_PIXELS, 0.1f, 0, 0, 3, 0, 4))), 1e-6);
    }

    @Test
    void itsSlopeIsFiniteEvenWhereADescriptionIsZero() {
        var reAged = test.constant(array(TWO_PIXELS, 0, 0, 0, 0, 1, 0));
        var images = test.constant(array(TWO_PIXELS, 1, 0, 0, 1, 0, 0));
        var loss = IdentityLoss.of(tf, IdentityLossTest::colour, images, reAged);
        var slope = tf.gradients(loss, List.of(reAged)).<TFloat32>dy(0);
        var finite = tf.dtypes.cast(tf.math.isFinite(slope), TFloat32.class);
        assertClose(scalar(6), test.fetch(tf.sum(finite, tf.array(0, 1, 2, 3))), 0);
        // Of the second image's cosine, a half of it: what turns green towards red.
        var second = tf.slice(slope, tf.array(1, 0, 0, 0), tf.array(1, 1, 1, 3));
        assertClose(array(Shape.of(1, 1, 1, 3), -0.5f, 0, 0), test.fetch(second), 1e-6);
    }
}
