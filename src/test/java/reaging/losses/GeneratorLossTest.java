package reaging.losses;

import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.scalar;
import static reaging.Tensors.vector;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import reaging.TestGraph;

class GeneratorLossTest {
    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void totalAndTermsAreThoseComputedByHand() {
        var logits = test.constant(vector(0, 1, -2, 3));
        var images = test.constant(array(Shape.of(4, 1, 1, 1), 0, 0.5f, -1, 1));
        var reconstructed = test.constant(array(Shape.of(4, 1, 1, 1), 0.2f, 0.1f, -1, 1)); // away 0.2, 0.4, 0, 0
        var cycled = test.constant(array(Shape.of(4, 1, 1, 1), 1, 0.5f, 0, 0)); // away 1, 0, 1, 1
        var loss = GeneratorLoss.of(tf, logits, images, reconstructed, cycled, tf.constant(10f), tf.constant(3f));
        var terms = TestGraph.fetchAll(
                test.runner(), List.of(loss.adversarial(), loss.reconstruction(), loss.cycle(), loss.total()));
        // Softplus of 0, -1, 2 and -3: 0.693147, 0.313262, 2.126928, 0.048587.
        assertClose(scalar(0.795481f), terms.get(0), 1e-6);
        assertClose(scalar(0.15f), terms.get(1), 1e-6);
        assertClose(scalar(0.75f), terms.get(2), 1e-6);
        assertClose(scalar(0.795481f + 10 * 0.15f + 3 * 0.75f), terms.get(3), 2e-6);
    }

    @Test
    void anIdentityLossIsAddedWithItsWeight() {
        var images = test.constant(array(Shape.of(1, 1, 1, 1), 0.5f));
        var paper = GeneratorLoss.of(
                tf, test.constant(vector(0)), images, images, images, tf.constant(10f), tf.constant(3f));
        var loss = paper.withIdentity(tf, tf.constant(0.25f), 4);
        assertClose(scalar(0.693147f + 4 * 0.25f), test.fetch(loss.total()), 1e-6);
        assertClose(scalar(0.25f), test.fetch(loss.identity()), 0);
    }

    @Test
    void aBackgroundLossCountsWhatChangesOutsideTheMask() {
        var images = test.constant(array(Shape.of(1, 1, 4, 1), 0, 0, 0, 0));
        var reAged = test.constant(array(Shape.of(1, 1, 4, 1), 1, -1, 0.5f, 0));
        var masks = test.constant(array(Shape.of(1, 1, 4, 1), 1, 0, 0.5f, 0)); // away 0, 1, 0.25, 0
        var paper = GeneratorLoss.of(
                tf, test.constant(vector(0)), images, images, images, tf.constant(10f), tf.constant(3f));
        var loss = paper.withBackground(tf, images, reAged, masks, 4);
        assertClose(scalar(1.25f / 4), test.fetch(loss.background()), 1e-6);
        assertClose(scalar(0.693147f + 1.25f), test.fetch(loss.total()), 1e-6);
    }

    @Test
    void distanceIsTheMeanOverEveryColourOfEveryPixel() {
        var a = test.constant(array(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6));
        var b = test.constant(array(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 3, 10));
        assertClose(scalar(1), test.fetch(GeneratorLoss.distance(tf, a, b)), 1e-6);
    }
}
