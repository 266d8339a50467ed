package reaging.training.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.vector;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;
import reaging.nn.Initializer;
import reaging.nn.Weights;
import reaging.run.AdamSettings;

class AdamTest {
    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();
    private final Weights network = test.weights("network", 0);
    private final Weights moments = test.weights("adam", 0);
    private final Operand<TFloat32> value = network.create("w", Initializer.ZEROS, 2);
    private final Operand<TFloat32> time = tf.placeholder(TFloat32.class);

    @AfterEach
    void close() {
        test.close();
    }

    // The loss is half the sum of squares, so that the slope is w itself: 1 and -2 at first. With the learning rate 0.1
    // the
    // first step goes 0.1 towards 0 whatever the slope. In the second, for w = 0.9: the second moment is
    // (0.99 * 0.01 + 0.01 * 0.81) / 0.0199 = 0.904523; the first is 0.9 with beta1 = 0, and with beta1 = 0.9 it is
    // (0.9 * 0.1 + 0.1 * 0.9) / 0.19 = 0.947368.
    @ParameterizedTest
    @CsvSource({"0, 0.8053691, -1.8025836", "0.9, 0.8003886, -1.8001549"})
    void twoStepsAreThoseComputedByHand(float beta1, float first, float second) {
        var step = step(new Adam(new AdamSettings(beta1, 0.99f, 1e-8f)));
        run(step, 1);
        assertClose(vector(0.9f, -1.9f), test.fetch(value), 1e-6);
        run(step, 2);
        assertClose(vector(first, second), test.fetch(value), 1e-6);
    }

    @Test
    void epsilonIsAddedToTheRootOfTheUncorrectedSecondMoment() {
        // 0.1 * sqrt(0.01) * 1 / (sqrt(0.01) + 0.1) = 0.05 for w = 1; 0.1 * 0.1 * 2 / (0.2 + 0.1) for w = -2.
        run(step(new Adam(new AdamSettings(0, 0.99f, 0.1f))), 1);
        assertClose(vector(0.95f, -1.9333333f), test.fetch(value), 1e-6);
    }

    @Test
    void momentsAreNamedByTheirVariableAndHoldTheSlope() {
        run(step(new Adam(new AdamSettings(0, 0.99f, 1e-8f))), 1);
        var values = test.values(moments);
        assertEquals(Set.of("adam/network/w/m", "adam/network/w/v"), values.keySet());
        assertClose(vector(1, -2), values.get("adam/network/w/m"), 0);
        assertClose(vector(0.01f, 0.04f), values.get("adam/network/w/v"), 1e-7);
        assertEquals(0, moments.parameters());
    }

    @Test
    void anotherNetworkStaysAsItIs() {
        var other = test.weights("other", 0);
        var elsewhere = other.create("w", Initializer.ONES, 2);
        var loss = tf.math.add(halfSquares(value), halfSquares(elsewhere));
        var step =
                new Adam(new AdamSettings(0, 0.99f, 1e-8f)).step(tf, loss, network, moments, tf.constant(0.1f), time);
        test.initialize(network, moments, other);
        test.assign(TestGraph.variable(network, "network/w"), vector(1, -2));
        run(step, 1);
        assertClose(vector(1, 1), test.fetch(elsewhere), 0);
        assertClose(vector(0.9f, -1.9f), test.fetch(value), 1e-6);
    }

    @Test
    void gradientsAreInTheOrderOfTheVariables() {
        var other = network.create("a", Initializer.ONES, 1);
        var loss = tf.math.add(halfSquares(value), halfSquares(tf.math.mul(other, tf.constant(3f))));
        test.initialize(network);
        test.assign(TestGraph.variable(network, "network/w"), vector(1, -2));
        var gradients = TestGraph.fetchAll(test.runner(), Adam.gradients(tf, loss, network));
        assertClose(vector(1, -2), gradients.get(0), 0);
        assertClose(vector(9), gradients.get(1), 1e-6);
    }

    private Op step(Adam adam) {
        var step = adam.step(tf, halfSquares(value), network, moments, tf.constant(0.1f), time);
        test.initialize(network, moments);
        test.assign(TestGraph.variable(network, "network/w"), vector(1, -2));
        return step;
    }

    private Operand<TFloat32> halfSquares(Operand<TFloat32> x) {
        return tf.math.mul(tf.reduceSum(tf.math.square(x), tf.constant(0)), tf.constant(0.5f));
    }

    private void run(Op step, int number) {
        try (var fed = TFloat32.scalarOf(number)) {
            test.runner().feed(time, fed).addTarget(step).run().close();
        }
    }
}
