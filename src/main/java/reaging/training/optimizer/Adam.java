package reaging.training.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;
import reaging.nn.Initializer;
import reaging.nn.Weights;
import reaging.run.AdamSettings;
import reaging.runtime.Variable;

/**
 * Adam (Kingma and Ba 2015, end of section 2) for the variables of a single network. TensorFlow Java's own Adam moves every
 * variable of the graph.
 */
public final class Adam {
    private final AdamSettings settings;

    public Adam(AdamSettings settings) {
        this.settings = settings;
    }

    /**
     * Adam's moments of one variable.
     *
     * @param first moving average of the gradient, m
     * @param second moving average of its square, v
     */
    public record Moment(Variable first, Variable second) {}

    /**
     * Adds one step to the graph.
     *
     * @param loss loss to minimize, a scalar
     * @param network network whose trained variables move
     * @param moments receives two variables for each of them
     * @param learningRate learning rate, a scalar
     * @param step step, a scalar, 1 for the first
     * @return an op that runs once all variables have moved
     */
    public Op step(
            Ops tf,
            Operand<TFloat32> loss,
            Weights network,
            Weights moments,
            Operand<TFloat32> learningRate,
            Operand<TFloat32> step) {
        return apply(
                tf, gradients(tf, loss, network), network, moments(network, moments), variable -> learningRate, step);
    }

    /**
     * Adds one step along given gradients to the graph.
     *
     * @param gradients gradients of the network's trained variables, in their order
     * @param moments moments of the same variables
     * @param learningRate returns each variable's learning rate, a scalar
     * @param step step, a scalar, 1 for the first
     */
    public Op apply(
            Ops tf,
            List<Operand<TFloat32>> gradients,
            Weights network,
            List<Moment> moments,
            Function<Variable, Operand<TFloat32>> learningRate,
            Operand<TFloat32> step) {
        var power1 = tf.math.pow(tf.constant(settings.beta1()), step);
        var power2 = tf.math.pow(tf.constant(settings.beta2()), step);
        var variables = network.trained();
        List<Op> moves = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            moves.add(tf.train.resourceApplyAdam(
                    variables.get(i).handle(),
                    moments.get(i).first().handle(),
                    moments.get(i).second().handle(),
                    power1,
                    power2,
                    learningRate.apply(variables.get(i)),
                    tf.constant(settings.beta1()),
                    tf.constant(settings.beta2()),
                    tf.constant(settings.epsilon()),
                    gradients.get(i)));
        }
        return tf.withControlDependencies(moves).noOp();
    }

    /** Returns the gradients of the loss with respect to a network's trained variables, in their order. */
    public static List<Operand<TFloat32>> gradients(Ops tf, Operand<TFloat32> loss, Weights network) {
        var values = network.trained().stream().map(network::value).toList();
        var slopes = tf.gradients(loss, values, Gradients.dx(List.of(tf.constant(1f))));
        List<Operand<TFloat32>> gradients = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            var slope = slopes.<TFloat32>dy(i);
            // A closed gradient: the loss does not depend on the variable.
            gradients.add(slope.isClosed() ? tf.zerosLike(values.get(i)) : slope);
        }
        return gradients;
    }

    /** Creates the moments of a network's trained variables, initially zero. */
    public static List<Moment> moments(Weights network, Weights moments) {
        return network.trained().stream()
                .map(variable -> new Moment(moment(moments, variable, "m"), moment(moments, variable, "v")))
                .toList();
    }

    private static Variable moment(Weights moments, Variable variable, String name) {
        return moments.at(variable.name())
                .statistic(name, Initializer.ZEROS, variable.shape().asArray());
    }
}
