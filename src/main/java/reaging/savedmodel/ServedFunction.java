package reaging.savedmodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.family.TType;
import reaging.runtime.Graphs;
import reaging.runtime.Variable;

/**
 * A function of the contract in the two forms that a TensorFlow 2 SavedModel has: one to call from Python, with positional
 * arguments and a tensor as its result, and one behind the signature, with named arguments and a named result. Both take the
 * variables as additional arguments. It holds native memory until it is closed.
 *
 * @param source the function of the inference graph
 * @param callable the form for Python
 * @param signature the form behind the signature, which calls {@code callable}
 */
record ServedFunction(InferenceGraph.Function source, ConcreteFunction callable, ConcreteFunction signature)
        implements AutoCloseable {

    /** Extracts a function from an inference graph. */
    static ServedFunction of(Graph graph, InferenceGraph.Function source, Collection<Variable> variables) {
        var callable = function(graph, callableName(source.signature()), source.inputs(), variables, source);
        try (var wrapping = Graphs.open()) {
            Ops tf = Ops.create(wrapping);
            var inputs = placeholders(tf, source, "");
            var handles = declare(wrapping, variables);
            var result =
                    call(tf, callable, inputs.values(), handles, source.result().type());
            var wrapper = InferenceGraph.Function.of(source.signature(), inputs, source.output(), result);
            var name = signatureName(source.signature());
            return new ServedFunction(source, callable, function(wrapping, name, inputs, handles, wrapper));
        }
    }

    /** Returns its name in Python: the contract's, except that the default signature is {@code reage}. */
    String callableName() {
        return callableName(source.signature());
    }

    /** Returns the name of the function behind the signature. */
    String signatureName() {
        return signatureName(source.signature());
    }

    private static String callableName(String signature) {
        return signature.equals(Contract.REAGE) ? "reage" : signature;
    }

    private static String signatureName(String signature) {
        return "signature_" + signature;
    }

    private static ConcreteFunction function(
            Graph graph,
            String name,
            Map<String, Operand<?>> inputs,
            Collection<Variable> variables,
            InferenceGraph.Function source) {
        var signature = Signature.builder().key(name);
        inputs.forEach(signature::input);
        variables.forEach(variable -> signature.input(variable.name(), variable.handle()));
        return ConcreteFunction.create(
                signature.output(source.output(), source.result()).build(), graph);
    }

    /** Creates placeholders for the inputs of a function, in order. */
    static Map<String, Operand<?>> placeholders(Ops tf, InferenceGraph.Function source, String prefix) {
        Map<String, Operand<?>> placeholders = new LinkedHashMap<>();
        source.inputs()
                .forEach((name, input) -> placeholders.put(
                        name, tf.withName(prefix + name).placeholder(input.type(), Placeholder.shape(input.shape()))));
        return placeholders;
    }

    /** Declares the same variables in another graph. */
    static List<Variable> declare(Graph graph, Collection<Variable> variables) {
        return variables.stream()
                .map(variable -> Variable.of(graph, variable.name(), variable.shape(), variable.kind()))
                .toList();
    }

    /** Adds a call of the function behind the signature to a graph. */
    Operand<?> call(Ops tf, Collection<Operand<?>> inputs, Collection<Variable> variables) {
        return call(tf, signature, inputs, variables, source.result().type());
    }

    private static Operand<?> call(
            Ops tf,
            ConcreteFunction function,
            Collection<Operand<?>> inputs,
            Collection<Variable> variables,
            Class<? extends TType> type) {
        List<Operand<?>> arguments = new ArrayList<>(inputs);
        variables.forEach(variable -> arguments.add(variable.handle()));
        return tf.statefulPartitionedCall(arguments, List.of(type), function)
                .iterator()
                .next();
    }

    @Override
    public void close() {
        signature.close();
        callable.close();
    }
}
