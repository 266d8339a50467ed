package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.TestGraph;
import reaging.nn.Initializer;
import reaging.nn.Weights;
import reaging.run.Extensions;
import reaging.run.LossScale;
import reaging.run.Metrics;
import reaging.run.TrainingConfig;
import reaging.runtime.Computing;
import reaging.runtime.Precision;

/** A network of one variable w; its loss is half the squared distance to what is fed, so that the slope is w - x. */
class OptimizationTest {
    private static final TrainingConfig CONFIG = TrainingConfig.QUICK.withBatch(2);
    private static final Computing FLOAT16 = Computing.USUAL.withPrecision(Precision.FLOAT16);

    private final TestGraph test = new TestGraph();
    private final Weights network = test.weights("network", 0);
    private final Operand<TFloat32> w = network.create("w", Initializer.ONES, 2);
    private final Placeholder<TFloat32> x = test.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));
    private final TrainingGraph.Inputs inputs = TrainingGraph.Inputs.of(test.tf(), 32, 1);
    private final List<Tensor> fed = new ArrayList<>();

    @AfterEach
    void close() {
        fed.forEach(Tensor::close);
        test.close();
    }

    private Optimization.Moves moves(TrainingConfig config) {
        var tf = test.tf();
        var half = tf.math.mul(tf.math.square(tf.math.sub(w, x)), tf.constant(0.5f));
        return moves(config, tf.reduceSum(half, tf.constant(0)));
    }

    private Optimization.Moves moves(TrainingConfig config, Operand<TFloat32> loss) {
        var moments = test.weights("adam", 0);
        var optimization = new Optimization(test.graph(), TinyTraining.MODEL, config, inputs, network, moments);
        var moves = optimization.moves(test.tf(), loss);
        test.initialize(network, moments);
        if (config.microBatches() > 1) {
            test.run(optimization.preparations());
        }
        return moves;
    }

    private FloatNdArray run(Op op, float lossScale, FloatNdArray target, Operand<TFloat32> wanted) {
        Map<Operand<?>, Tensor> feeds = Map.of(
                x,
                TFloat32.tensorOf(target),
                inputs.step(),
                TInt64.scalarOf(1),
                inputs.learningRate(),
                TFloat32.scalarOf(0.1f),
                inputs.lossScale(),
                TFloat32.scalarOf(lossScale));
        fed.addAll(feeds.values());
        var runner = test.runner().addTarget(op);
        feeds.forEach(runner::feed);
        return TestGraph.fetch(runner, wanted);
    }

    private void run(Op op, FloatNdArray target) {
        run(op, 1, target, w);
    }

    @Test
    void oneMicroBatchMovesAtOnce() {
        var moves = moves(CONFIG);
        run(moves.perMicroBatch(), vector(0, 3));
        // Adam's first step goes the learning rate against the slope's sign.
        assertClose(vector(0.9f, 1.1f), test.fetch(w), 1e-6);
        assertClose(vector(1, -2), moment("m"), 0);
    }

    @Test
    void whileLayersFadeInOnlyTheOutermostLearnAtTheFullRate() {
        var seen = network.at("decoder/to_rgb").create("kernel", Initializer.ONES, 2);
        var tf = test.tf();
        var fadingIn = CONFIG.withExtensions(Extensions.NONE.withFadeIn(20)); // a tenth after the first step
        var moves = moves(fadingIn, tf.reduceSum(tf.math.sub(tf.math.add(w, seen), x), tf.constant(0)));
        run(moves.perMicroBatch(), vector(0, 0));
        assertClose(vector(0.99f, 0.99f), test.fetch(w), 1e-6);
        assertClose(vector(0.9f, 0.9f), test.fetch(seen), 1e-6);
    }

    @Test
    void equalizedKernelsLearnMoreSlowlyTheMoreInputsTheySum() {
        var few = network.at("few").create("kernel", Initializer.ONES, 1, 1, 2, 2); // 2, a ninth of 9 b
        var many = network.at("many").create("kernel", Initializer.ONES, 1, 1, 72, 2); // 4 times 9 b
        var tf = test.tf();
        var equalized = CONFIG.withExtensions(Extensions.NONE.withEqualized(true));
        var kernels = tf.math.add(tf.reshape(few, tf.array(-1, 1)), tf.reshape(many, tf.array(1, -1)));
        var all = tf.math.add(tf.reduceSum(kernels, tf.array(0, 1)), tf.reduceSum(tf.math.sub(w, x), tf.array(0)));
        var moves = moves(equalized, all);
        run(moves.perMicroBatch(), vector(0, 0));
        assertClose(vector(0.9f, 0.9f), test.fetch(w), 1e-6);
        assertEquals(0.7f, test.fetch(few).getFloat(0, 0, 0, 0), 1e-6f);
        assertEquals(0.95f, test.fetch(many).getFloat(0, 0, 0, 0), 1e-6f);
    }

    @Test
    void severalMicroBatchesMoveByTheMeanOfTheirSlopesOnce() {
        var moves = moves(CONFIG.withMicroBatch(1));
        addTwo(moves);
        assertClose(vector(1, 1), test.fetch(w), 0);
        run(moves.perStep(), vector(0, 0));
        assertClose(vector(0.9f, 1.1f), test.fetch(w), 1e-6);
        assertClose(vector(2, -1.5f), moment("m"), 1e-6);

        // The next step begins with a sum of zero.
        test.initialize(network);
        addTwo(moves);
        run(moves.perStep(), vector(0, 0));
        assertClose(vector(2, -1.5f), moment("m"), 1e-6);
    }

    private void addTwo(Optimization.Moves moves) {
        run(moves.perMicroBatch(), vector(0, 3));
        run(moves.perMicroBatch(), vector(-2, 2));
    }

    @Test
    void scaledLossMovesAsTheUnscaledOneDoes() {
        var moves = moves(CONFIG.withComputing(FLOAT16));
        assertEquals(
                1,
                run(moves.perMicroBatch(), 1024, vector(0, 3), moves.finite().get(Metrics.Term.FINITE_GRADIENTS))
                        .getFloat());
        assertClose(vector(0.9f, 1.1f), test.fetch(w), 1e-6);
        assertClose(vector(1, -2), moment("m"), 1e-6);
    }

    @Test
    void overflowMovesNothing() {
        var moves = moves(CONFIG.withComputing(FLOAT16));
        assertEquals(
                0,
                run(moves.perMicroBatch(), 1e38f, vector(0, 30), moves.finite().get(Metrics.Term.FINITE_GRADIENTS))
                        .getFloat());
        assertClose(vector(1, 1), test.fetch(w), 0);
        assertClose(vector(0, 0), moment("m"), 0);
    }

    @Test
    void overflowInOneMicroBatchMovesNothing() {
        var moves = moves(CONFIG.withMicroBatch(1).withComputing(FLOAT16));
        run(moves.perMicroBatch(), 1e38f, vector(0, 30), w);
        run(moves.perMicroBatch(), 1, vector(0, 3), w);
        assertEquals(
                0,
                run(moves.perStep(), 1, vector(0, 0), moves.finite().get(Metrics.Term.FINITE_GRADIENTS))
                        .getFloat());
        assertClose(vector(1, 1), test.fetch(w), 0);
        run(moves.perMicroBatch(), 1, vector(0, 3), w);
        run(moves.perMicroBatch(), 1, vector(0, 3), w);
        assertEquals(
                1,
                run(moves.perStep(), 1, vector(0, 0), moves.finite().get(Metrics.Term.FINITE_GRADIENTS))
                        .getFloat(),
                "the sum is a number again");
    }

    @Test
    void scaleHalvesAfterAnOverflowAndDoublesAfterManyGoodSteps() {
        var scale = new LossScale(8, 0).after(true);
        assertEquals(new LossScale(4, 0), scale);
        assertEquals(new LossScale(4, 1), scale.after(false));
        assertEquals(new LossScale(8, 0), new LossScale(4, 1999).after(false));
        assertEquals(new LossScale(1, 0), new LossScale(1, 5).after(true));
    }

    private FloatNdArray moment(String name) {
        var handle = new VarHandleOp(test.graph().operation("adam/network/w/" + name));
        return test.fetch(test.tf().readVariableOp(handle, TFloat32.class));
    }
}
