package reaging.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import reaging.model.ModelConfig;
import reaging.nn.Initializer;
import reaging.nn.Weights;
import reaging.run.Metrics;
import reaging.run.TrainingConfig;
import reaging.runtime.Precision;
import reaging.runtime.Variable;
import reaging.training.optimizer.Adam;
import reaging.training.optimizer.LearningRates;

/**
 * Optimizes the variables of one network: Adam follows the gradients, either immediately or after summing them over several
 * micro-batches. If losses are scaled, overflowing gradients move nothing; then Adam's second moment decays by one step.
 */
final class Optimization {
    private final ModelConfig model;
    private final TrainingConfig config;
    private final TrainingGraph.Inputs inputs;
    private final Weights network;
    private final List<Adam.Moment> moments;
    private final Weights sums; // of gradients; empty if a step has one micro-batch

    /**
     * The ops that minimize a loss.
     *
     * @param perMicroBatch op to run for each micro-batch; it moves the variables if that is the only one
     * @param perStep op to run after the last micro-batch; it does nothing if there is only one
     * @param finite {@link Metrics.Term#FINITE_GRADIENTS}, read when the variables move; empty if losses are not scaled
     */
    record Moves(Op perMicroBatch, Op perStep, Map<Metrics.Term, Operand<TFloat32>> finite) {}

    /** Creates the moments and, if needed, the variables for sums. */
    Optimization(
            Graph graph,
            ModelConfig model,
            TrainingConfig config,
            TrainingGraph.Inputs inputs,
            Weights network,
            Weights allMoments) {
        this.model = model;
        this.config = config;
        this.inputs = inputs;
        this.network = network;
        moments = Adam.moments(network, allMoments);
        sums = Weights.of(graph, "gradient_sums", config.seed());
        if (config.microBatches() > 1) {
            for (var variable : network.trained()) {
                sums.at(variable.name())
                        .statistic("sum", Initializer.ZEROS, variable.shape().asArray());
            }
        }
    }

    /** Returns the ops to run before the first step. */
    List<Op> preparations() {
        return sums.initializers();
    }

    /** Adds the ops that minimize a loss to the graph. */
    Moves moves(Ops tf, Operand<TFloat32> loss) {
        var gradients = gradients(tf, loss);
        if (config.microBatches() == 1) {
            return apply(tf, gradients);
        }
        List<Op> additions = new ArrayList<>();
        List<Operand<TFloat32>> totals = new ArrayList<>();
        var part = tf.constant(1f / config.microBatches());
        int i = 0;
        for (Variable sum : sums.all()) {
            additions.add(tf.assignAddVariableOp(sum.handle(), tf.math.mul(gradients.get(i), part)));
            totals.add(sum.read(tf));
            i++;
        }
        var applied = apply(tf, totals);
        return new Moves(
                tf.withControlDependencies(additions).noOp(), cleared(tf, applied.perMicroBatch()), applied.finite());
    }

    private Op cleared(Ops tf, Op applied) {
        var then = tf.withControlDependencies(applied);
        List<Op> clears = new ArrayList<>();
        for (Variable sum : sums.all()) {
            clears.add(sum.clear(then));
        }
        return tf.withControlDependencies(clears).noOp();
    }

    private Moves apply(Ops tf, List<Operand<TFloat32>> gradients) {
        var time = tf.dtypes.cast(inputs.step(), TFloat32.class);
        var adam = new Adam(config.adam());
        if (!scaled()) {
            var rates = new LearningRates(tf, inputs.learningRate(), time, model, config);
            var move = adam.apply(tf, gradients, network, moments, rates::of, time);
            return new Moves(move, tf.noOp(), Map.of());
        }
        var finite = finite(tf, gradients);
        var zero = tf.constant(0f);
        var rates = new LearningRates(tf, tf.select(finite, inputs.learningRate(), zero), time, model, config);
        var safe = gradients.stream()
                .<Operand<TFloat32>>map(gradient -> tf.select(finite, gradient, tf.zerosLike(gradient)))
                .toList();
        var move = adam.apply(tf, safe, network, moments, rates::of, time);
        return new Moves(
                move, tf.noOp(), Map.of(Metrics.Term.FINITE_GRADIENTS, tf.dtypes.cast(finite, TFloat32.class)));
    }

    private List<Operand<TFloat32>> gradients(Ops tf, Operand<TFloat32> loss) {
        if (!scaled()) {
            return Adam.gradients(tf, loss, network);
        }
        var scale = inputs.lossScale();
        var gradients = Adam.gradients(tf, tf.math.mul(loss, scale), network);
        return gradients.stream()
                .<Operand<TFloat32>>map(gradient -> tf.math.div(gradient, scale))
                .toList();
    }

    private boolean scaled() {
        return config.computing().precision() == Precision.FLOAT16;
    }

    private static Operand<TBool> finite(Ops tf, List<Operand<TFloat32>> gradients) {
        List<Operand<TBool>> each = new ArrayList<>();
        for (var gradient : gradients) {
            var flat = tf.reshape(tf.math.isFinite(gradient), tf.array(-1));
            each.add(tf.reduceAll(flat, tf.array(0)));
        }
        return tf.reduceAll(tf.stack(each), tf.array(0));
    }
}
