package reaging.training.optimizer;

import static reaging.nn.TensorMath.scale;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.model.AgeCode;
import reaging.model.ModelConfig;
import reaging.run.TrainingConfig;
import reaging.run.WeightNames;
import reaging.runtime.Variable;

/**
 * The learning rate of each variable: that of the step or, with {@linkplain reaging.run.Extensions extensions}, a share of it.
 */
public final class LearningRates {
    private final Ops tf;
    private final ModelConfig model;
    private final boolean equalized;
    private final Operand<TFloat32> outermost;
    private final Operand<TFloat32> inside;
    private final Map<Rate, Operand<TFloat32>> shared = new HashMap<>(); // few differ, and each op costs time

    /** What determines a rate: that of the layers around and the variable's own factor. */
    private record Rate(Operand<TFloat32> ofLayers, float factor) {}

    /**
     * Adds the rates that layers share to the graph.
     *
     * @param learningRate learning rate of the step, a scalar
     * @param time number of the step, a scalar, 1 for the first
     * @param model sizes of the networks
     */
    public LearningRates(
            Ops tf, Operand<TFloat32> learningRate, Operand<TFloat32> time, ModelConfig model, TrainingConfig config) {
        this.tf = tf;
        this.model = model;
        equalized = config.extensions().equalized();
        outermost = learningRate;
        inside = risen(learningRate, time, config);
    }

    /** If layers fade in, the rate of all but the outermost rises from 0. */
    private Operand<TFloat32> risen(Operand<TFloat32> learningRate, Operand<TFloat32> time, TrainingConfig config) {
        long fadeIn = config.extensions().fadeIn();
        if (fadeIn == 0) {
            return learningRate;
        }
        var risen = scale(tf, time, (float) config.batch() / fadeIn);
        return tf.math.mul(learningRate, tf.math.minimum(risen, tf.constant(1f)));
    }

    /** Returns a variable's learning rate, a scalar. */
    public Operand<TFloat32> of(Variable variable) {
        var ofLayers = WeightNames.isOutermost(variable.name(), model) ? outermost : inside;
        return shared.computeIfAbsent(new Rate(ofLayers, equalized ? factor(variable) : 1), this::rate);
    }

    private Operand<TFloat32> rate(Rate rate) {
        return rate.factor() == 1 ? rate.ofLayers() : scale(tf, rate.ofLayers(), rate.factor());
    }

    /**
     * Returns the factor of a rate that is equalized: 1 for the 3 x 3 kernels between layers at full resolution. An age code is a
     * block of ones, and Adam moves their weights alike, so their sum moves by as many times the rate; it counts squared (our
     * choice).
     */
    private float factor(Variable variable) {
        if (!WeightNames.isKernel(variable.name())) {
            return 1;
        }
        var shape = variable.shape();
        long inputs = shape.size() / shape.get(-1);
        if (shape.numDimensions() == 2 && inputs == AgeCode.SIZE) {
            inputs = (long) AgeCode.BLOCK * AgeCode.BLOCK;
        }
        return (float) Math.sqrt(9.0 * model.baseWidth() / inputs);
    }
}
