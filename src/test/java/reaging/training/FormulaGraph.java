package reaging.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.Formula;
import reaging.nn.Weights;
import reaging.run.Extensions;
import reaging.runtime.Computing;
import reaging.runtime.Sessions;

/** A graph whose variables have the values of {@link Formula}, run as training runs; closes what it holds. */
final class FormulaGraph implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session = new Session(graph, Sessions.training(Computing.USUAL));
    private final Ops tf = Ops.create(graph);
    private final List<Tensor> fed = new ArrayList<>();

    Graph graph() {
        return graph;
    }

    Ops tf() {
        return tf;
    }

    Placeholder<TFloat32> placeholder(long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    /** Gives all variables of these networks their values. */
    void fill(Weights... networks) {
        // In one run: TensorFlow prepares the whole graph anew for each combination of inputs.
        var runner = session.runner();
        for (var network : networks) {
            for (var variable : network.all()) {
                long[] shape = variable.shape().asArray();
                var input = placeholder(shape);
                var value = DataBuffers.of(Formula.weight(variable.name(), shape));
                feed(runner, input, TFloat32.tensorOf(variable.shape(), value));
                runner.addTarget(variable.assign(tf, input));
            }
        }
        runner.run().close();
    }

    Session.Runner runner() {
        return session.runner();
    }

    /** Feeds a tensor, which is closed with this graph. */
    void feed(Session.Runner runner, Operand<?> input, Tensor value) {
        fed.add(value);
        runner.feed(input, value);
    }

    /** Runs a step; the terms of both losses that the paper has. */
    Map<String, float[]> step(TrainingGraph training, StepInputs given) {
        return step(training, given, Extensions.NONE);
    }

    /** Runs a step; the terms of both losses, with those of extensions. */
    Map<String, float[]> step(TrainingGraph training, StepInputs given, Extensions extensions) {
        var inputs = training.inputs();
        var runner = runner().addTarget(training.steps().all());
        feed(runner, inputs.images(), given.images());
        feed(runner, inputs.masks(), given.masks());
        feed(runner, inputs.groups(), given.groups());
        feed(runner, inputs.targets(), given.targets());
        feed(runner, inputs.step(), TInt64.scalarOf(given.step()));
        feed(runner, inputs.learningRate(), given.learningRate());
        feed(runner, inputs.reconstructionWeight(), given.reconstructionWeight());
        feed(runner, inputs.averageDecay(), given.averageDecay());
        feed(runner, training.noise().groups(), given.noise(0));
        feed(runner, training.noise().targets(), given.noise(1));
        Map<String, Operand<TFloat32>> terms = new LinkedHashMap<>();
        terms.put("real", training.discriminatorLoss().real());
        terms.put("fake", training.discriminatorLoss().fake());
        if (extensions.mismatchWeight() > 0) {
            terms.put("mismatch", training.discriminatorLoss().mismatch());
        }
        terms.put("r1", training.discriminatorLoss().r1());
        terms.put("adversarial", training.generatorLoss().adversarial());
        terms.put("reconstruction", training.generatorLoss().reconstruction());
        terms.put("cycle", training.generatorLoss().cycle());
        if (extensions.backgroundWeight() > 0) {
            terms.put("background", training.generatorLoss().background());
        }
        return fetch(runner, terms);
    }

    /** The values of tensors by name, each in row-major order. */
    static Map<String, float[]> fetch(Session.Runner runner, Map<String, ? extends Operand<TFloat32>> tensors) {
        tensors.values().forEach(runner::fetch);
        Map<String, float[]> values = new LinkedHashMap<>();
        try (var result = runner.run()) {
            int i = 0;
            for (var name : tensors.keySet()) {
                values.put(name, values((TFloat32) result.get(i)));
                i++;
            }
        }
        return values;
    }

    private static float[] values(TFloat32 tensor) {
        float[] values = new float[Math.toIntExact(tensor.size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    @Override
    public void close() {
        fed.forEach(Tensor::close);
        session.close();
        graph.close();
    }
}
