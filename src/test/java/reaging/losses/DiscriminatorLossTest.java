package reaging.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.each;
import static reaging.Tensors.random;
import static reaging.Tensors.scalar;
import static reaging.Tensors.vector;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;
import reaging.FiniteDifferences;
import reaging.TestGraph;
import reaging.model.Discriminator;
import reaging.model.ModelConfig;
import reaging.nn.TensorMath;
import reaging.nn.Weights;

class DiscriminatorLossTest {
    private static final FloatNdArray IMAGES = array(Shape.of(2, 1, 2, 1), 1, 2, -1, 0.5f);

    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();
    private final Weights weights = test.weights("discriminator", 2);

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
    void theMismatchCountsFacesWhoseTargetIsAnotherGroupAsOftenAsItsWeight() {
        var images = test.constant(array(Shape.of(2, 1, 1, 1), 0, 1));
        var plain = DiscriminatorLoss.withoutPenalty(
                tf, tf.reshape(images, tf.array(-1)), test.constant(vector(0, 1)), images);
        var groups = test.constant(array(Shape.of(2, 3), 1, 0, 0, 0, 1, 0));
        var targets = test.constant(array(Shape.of(2, 3), 0, 0, 1, 0, 1, 0)); // the second face's own
        var loss = plain.withMismatch(tf, test.constant(vector(2, 5)), groups, targets, 0.5f);
        var terms = TestGraph.fetchAll(test.runner(), List.of(loss.mismatch(), loss.total(), plain.total()));
        // Half of the softplus of 2: 2.126928.
        assertClose(scalar(1.063464f), terms.get(0), 1e-6);
        assertClose(scalar(terms.get(2).getFloat() + 0.5f * 1.063464f), terms.get(1), 1e-6);
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
        var slope = slopes(r1, List.of(a)).get(0);
        // R1 = sum (2 a x)^2 / 4, so dR1/da = 2 a sum x^2: 2 * (1 + 1) and 2 * 3 * (4 + 0.25).
        assertClose(vector(4, 25.5f), test.fetch(slope), 1e-5);
    }

    // LeakyReLU only scales with its input, and first biases are 0: with the kernel of a layer that everything passes,
    // a
    // times as large, every logit and every slope is a times as large and R1 a^2 times. By Euler's theorem the sum of
    // kernel times slope is then 2 R1, exactly. A penalty whose own slope ignored the discriminator would give 0.
    @ParameterizedTest
    @ValueSource(strings = {"from_rgb", "to_vector", "branches"})
    void r1OfADiscriminatorIsOfDegreeTwoInEachLayerThatAllPasses(String layer) {
        var r1 = r1OfADiscriminator();
        test.initialize(weights);
        var kernel = weights.value(TestGraph.variable(weights, "discriminator/" + layer + "/kernel"));
        var slope = slopes(r1, List.of(kernel)).get(0);
        var product = TensorMath.mean(tf, tf.math.mul(kernel, slope));
        var expected = 2 * test.fetch(r1).getFloat() / kernel.shape().size();
        assertEquals(expected, test.fetch(product).getFloat(), 1e-4 * expected);
    }

    // Kernels only: R1 jumps where a pixel crosses LeakyReLU's kink, and a bias moves all pixels of a channel across at
    // once.
    @Test
    void r1sSlopeAtADiscriminatorsKernelsEqualsFiniteDifferences() {
        var r1 = r1OfADiscriminator();
        test.randomize(3, weights);
        var kernels = weights.trained().stream()
                .filter(variable -> variable.name().endsWith("/kernel"))
                .map(weights::value)
                .toList();
        var slopes = TestGraph.fetchAll(test.runner(), slopes(r1, kernels));
        new FiniteDifferences(0.0001, 0.03, 0.001).assertSlopes(test::runner, r1, kernels, slopes);
    }

    private Operand<TFloat32> r1OfADiscriminator() {
        var discriminator = new Discriminator(weights, new ModelConfig("smallest", 32, 2, 4, 4));
        var images = test.constant(random(1, 2, 32, 32, 3));
        var groups = test.constant(each(Shape.of(2, 10), at -> at[1] == 3 + at[0] ? 1 : 0));
        var logits = Discriminator.branch(tf, discriminator.apply(tf, images), groups);
        return DiscriminatorLoss.r1(tf, logits, images);
    }

    private List<Operand<TFloat32>> slopes(Operand<TFloat32> y, List<? extends Operand<TFloat32>> points) {
        var gradients = tf.gradients(y, points, Gradients.dx(List.of(tf.constant(1f))));
        List<Operand<TFloat32>> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            slopes.add(gradients.dy(i));
        }
        return slopes;
    }

    /** The sum of a x^2 over each image's two pixels, [N]. */
    private Operand<TFloat32> squares(Operand<TFloat32> images, Operand<TFloat32> a) {
        var weighted = tf.math.mul(tf.math.square(tf.reshape(images, tf.array(-1, 2))), a); // [N, 2]
        return tf.reduceSum(weighted, tf.constant(1)); // [N]
    }
}
