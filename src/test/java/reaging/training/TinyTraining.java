package reaging.training;

import static reaging.Tensors.each;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.TestGraph;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.losses.FaceDescriptor;
import reaging.model.ModelConfig;
import reaging.run.RunConfig;
import reaging.run.TrainingConfig;

/** A training graph of the smallest networks with two images to feed; closes what it holds. */
public final class TinyTraining implements AutoCloseable {
    public static final ModelConfig MODEL = new ModelConfig("smallest", 32, 2, 4, 4);

    /** Weights unlike each other and unlike 1, so that none can stand in for another. */
    public static final TrainingConfig CONFIG = TrainingConfig.PAPER
            .withSeed(5)
            .withBatch(2)
            .withR1Weight(4)
            .withCycleWeight(3)
            .withSnapshotImages(100);

    static final float RECONSTRUCTION_WEIGHT = 10;
    static final FloatNdArray IMAGES = each(Shape.of(2, 32, 32, 3), TinyTraining::colour);
    static final FloatNdArray MASKS = each(Shape.of(2, 32, 32, 1), at -> at[2] < 20 ? 1 : 0);
    static final FloatNdArray GROUPS = oneHot(2, 6);
    static final FloatNdArray TARGETS = oneHot(9, 4);

    private final TestGraph test = new TestGraph();
    private final TrainingGraph training;
    private final List<Tensor> fed = new ArrayList<>();

    /** A run of the smallest networks on synthetic faces. */
    static RunConfig run(TrainingConfig training) {
        return new RunConfig("synthetic", DataFormat.AUTO, Pruning.CONFIDENCE, MODEL, training);
    }

    TinyTraining() {
        this(CONFIG);
    }

    TinyTraining(TrainingConfig config) {
        this(config, FaceDescriptor.NONE);
    }

    TinyTraining(TrainingConfig config, FaceDescriptor descriptor) {
        training = TrainingGraph.build(test.graph(), MODEL, config, descriptor);
    }

    TestGraph test() {
        return test;
    }

    TrainingGraph training() {
        return training;
    }

    /** One-hot rows, [N, 10]. */
    static FloatNdArray oneHot(int... groups) {
        return each(Shape.of(groups.length, 10), at -> groups[(int) at[0]] == at[1] ? 1 : 0);
    }

    private static double colour(long[] at) {
        return Math.sin(0.3 * at[1] * (at[0] + 1) + 0.2 * at[2] + at[3]);
    }

    /** The state of the first step: every variable at its first value. */
    void restart() {
        var networks = training.networks();
        test.initialize(networks.generator(), networks.discriminator(), networks.averaged(), networks.moments());
    }

    /** A run of the first step with these images, groups and targets. */
    Session.Runner runner(float learningRate) {
        return runner(learningRate, 1, GROUPS, TARGETS);
    }

    Session.Runner runner(float learningRate, long step, FloatNdArray groups, FloatNdArray targets) {
        return runner(learningRate, step, groups, targets, IMAGES, MASKS);
    }

    /** A run of the first step, which moves nothing, with other images and masks. */
    Session.Runner runner(FloatNdArray images, FloatNdArray masks) {
        return runner(0, 1, GROUPS, TARGETS, images, masks);
    }

    private Session.Runner runner(
            float learningRate,
            long step,
            FloatNdArray groups,
            FloatNdArray targets,
            FloatNdArray images,
            FloatNdArray masks) {
        var inputs = training.inputs();
        var runner = test.runner();
        feed(runner, inputs.images(), TFloat32.tensorOf(images));
        feed(runner, inputs.masks(), TFloat32.tensorOf(masks));
        feed(runner, inputs.groups(), TFloat32.tensorOf(groups));
        feed(runner, inputs.targets(), TFloat32.tensorOf(targets));
        feed(runner, inputs.step(), TInt64.scalarOf(step));
        feed(runner, inputs.learningRate(), TFloat32.scalarOf(learningRate));
        feed(runner, inputs.reconstructionWeight(), TFloat32.scalarOf(RECONSTRUCTION_WEIGHT));
        feed(runner, inputs.averageDecay(), TFloat32.scalarOf(0.25f));
        feed(runner, inputs.lossScale(), TFloat32.scalarOf(1));
        return runner;
    }

    void feed(Session.Runner runner, Operand<?> input, Tensor value) {
        fed.add(value);
        runner.feed(input, value);
    }

    /** Runs a step. */
    void run(Session.Runner runner, Op step) {
        runner.addTarget(step).run().close();
    }

    @Override
    public void close() {
        fed.forEach(Tensor::close);
        test.close();
    }
}
