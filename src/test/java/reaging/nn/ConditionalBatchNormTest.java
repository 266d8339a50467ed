package reaging.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.Tensors.array;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.assertShape;
import static reaging.Tensors.each;
import static reaging.Tensors.random;
import static reaging.Tensors.vector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;

class ConditionalBatchNormTest {
    private static final FloatNdArray X = random(2, 2, 4, 5, 3);
    private static final FloatNdArray CODE = random(3, 2, 7);

    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();
    private final Weights weights = test.weights("norm", 1);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void inTrainingItEqualsThePlainLoopOverTheBatch() {
        var norm = new ConditionalBatchNorm(weights, 3, 7);
        test.randomize(4, weights);
        var expected = Plain.modulated(Plain.normalizedBatch(X), gainsAndBiases());
        assertClose(expected, apply(norm, Phase.TRAINING), 1e-5);
        assertClose(expected, apply(norm, Phase.updating()), 1e-5);
    }

    @Test
    void atInferenceItNormalizesWithTheRunningStatistics() {
        var norm = new ConditionalBatchNorm(weights, 3, 7);
        test.randomize(4, weights);
        test.assign(TestGraph.variable(weights, "norm/moving_mean"), vector(1, 2, 3));
        test.assign(TestGraph.variable(weights, "norm/moving_variance"), vector(4, 0.25f, 1));
        double[] deviations = {2, 0.5, 1};
        var normalized = each(X.shape(), at -> (X.getFloat(at) - 1 - at[3]) / deviations[(int) at[3]]);
        // Epsilon beside the smallest variance, 0.25, changes a value by a part in 50 000.
        assertClose(Plain.modulated(normalized, gainsAndBiases()), apply(norm, Phase.INFERENCE), 1e-3);
    }

    @Test
    void anUpdateMovesTheRunningStatisticsATenthOfTheWay() {
        var norm = new ConditionalBatchNorm(weights, 1, 7);
        test.initialize(weights);
        var phase = Phase.updating();
        // Mean 5, biased variance 9; the unbiased one would be 12.
        var x = test.constant(array(Shape.of(2, 1, 2, 1), 2, 2, 8, 8));
        norm.apply(tf, x, new Condition(test.constant(CODE), phase));
        var updates = phase.updates(test.tf());
        assertEquals(2, updates.size());

        test.run(updates);
        assertClose(vector(0.5f), test.values(weights).get("norm/moving_mean"), 1e-6);
        assertClose(vector(1.8f), test.values(weights).get("norm/moving_variance"), 1e-6);

        test.run(updates);
        assertClose(vector(0.95f), test.values(weights).get("norm/moving_mean"), 1e-6);
        assertClose(vector(2.52f), test.values(weights).get("norm/moving_variance"), 1e-6);
    }

    @Test
    void plainTrainingAndInferenceMoveNothing() {
        var norm = new ConditionalBatchNorm(weights, 3, 7);
        test.randomize(4, weights);
        apply(norm, Phase.TRAINING);
        apply(norm, Phase.INFERENCE);
        assertEquals(0, Phase.TRAINING.statistics().size());
        assertEquals(0, Phase.INFERENCE.statistics().size());
        assertClose(vector(0, 0, 0), test.values(weights).get("norm/moving_mean"), 0);
        assertClose(vector(1, 1, 1), test.values(weights).get("norm/moving_variance"), 0);
    }

    @Test
    void shapesStayForThreeSizesAndAnUnknownBatch() {
        var norm = new ConditionalBatchNorm(weights, 3, 7);
        var code = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 7)));
        for (long side : new long[] {1, 4, 10}) {
            var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, 3)));
            assertShape(norm.apply(tf, x, new Condition(code, Phase.TRAINING)), -1, side, side, 3);
            assertShape(norm.apply(tf, x, new Condition(code, Phase.INFERENCE)), -1, side, side, 3);
        }
    }

    private FloatNdArray apply(ConditionalBatchNorm norm, Phase phase) {
        return test.fetch(norm.apply(tf, test.constant(X), new Condition(test.constant(CODE), phase)));
    }

    private FloatNdArray gainsAndBiases() {
        var variables = test.values(weights);
        return Plain.dense(CODE, variables.get("norm/dense/kernel"), variables.get("norm/dense/bias"));
    }
}
