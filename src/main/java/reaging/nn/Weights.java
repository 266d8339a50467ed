package reaging.nn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.runtime.Variable;

/**
 * The variables of a network under slash-separated names, read at one point of a graph's execution.
 *
 * <p>A variable's name is its path through the network and nothing else, for example
 * {@code generator/identity_encoder/block_0/conv_1/kernel}. Keras gives the same variable the same path, which is what
 * makes a checkpoint written here readable there.
 *
 * <p>Every variable is read once per such point. A network built from {@link #of} reads before the step; one built from {@link
 * #rereadAfter} has the same variables and reads them after an op, such as the step that moves them.
 */
public final class Weights {
    private final Network network;
    private final Moment moment;
    private final String path;

    /** The state that all paths and reads share. */
    private record Network(Graph graph, Filling filling, Map<String, Variable> variables, List<Op> initializers) {}

    /** The values read at one point; the first one creates the variables. */
    private record Moment(Ops reading, boolean first, Set<String> taken, Map<String, Operand<TFloat32>> values) {
        static Moment of(Ops reading, boolean first) {
            return new Moment(reading, first, new HashSet<>(), new LinkedHashMap<>());
        }
    }

    private Weights(Network network, Moment moment, String path) {
        this.network = network;
        this.moment = moment;
        this.path = path;
    }

    /** Creates weights that {@link #initializers} fill; equal seeds give equal values. */
    public static Weights of(Graph graph, String network, long seed) {
        return create(graph, network, (tf, variable, initializer) -> {
            var values = initializer.values(
                    tf, seed + variable.name().hashCode(), variable.shape().asArray());
            return List.of(variable.assign(tf, values));
        });
    }

    /** Creates weights without initializers, to be filled from a checkpoint, for example. */
    public static Weights unfilled(Graph graph, String network) {
        return create(graph, network, (tf, variable, initializer) -> List.of());
    }

    private static Weights create(Graph graph, String path, Filling filling) {
        var network = new Network(graph, filling, new LinkedHashMap<>(), new ArrayList<>());
        return new Weights(network, Moment.of(Ops.create(graph), true), path);
    }

    /** Returns the same variables, one level deeper. */
    public Weights at(String child) {
        return new Weights(network, moment, path + "/" + child);
    }

    /** Returns the same variables, read again after {@code step} has run; pass it to the same constructors. */
    public Weights rereadAfter(Op step) {
        return new Weights(network, Moment.of(moment.reading.withControlDependencies(step), false), path);
    }

    /** Creates the trained variable {@code path/name} and returns its value. */
    public Operand<TFloat32> create(String name, Initializer initializer, long... shape) {
        return value(variable(name, initializer, Variable.Kind.TRAINED, Shape.of(shape)));
    }

    /** Creates the variable {@code path/name}, a statistic that no optimizer moves. */
    public Variable statistic(String name, Initializer initializer, long... shape) {
        return variable(name, initializer, Variable.Kind.STATISTIC, Shape.of(shape));
    }

    /** Returns the value of a variable at this point. */
    public Operand<TFloat32> value(Variable variable) {
        return moment.values.computeIfAbsent(variable.name(), name -> variable.read(moment.reading));
    }

    /** Returns the ops builder for computations on the variables' values alone, such as deriving a kernel from another one. */
    Ops reading() {
        return moment.reading;
    }

    private Variable variable(String name, Initializer initializer, Variable.Kind kind, Shape shape) {
        String fullName = path + "/" + name;
        if (!moment.taken.add(fullName)) {
            throw new IllegalArgumentException(
                    "a variable's name must be new but " + fullName + " exists; give the layer its own path with at()");
        }
        if (moment.first) {
            return created(fullName, initializer, kind, shape);
        }
        var known = network.variables.get(fullName);
        if (known == null || !known.shape().equals(shape)) {
            throw new IllegalArgumentException("a network that is read again must have the same variables but "
                    + fullName + " " + shape + " was " + known + "; pass the same sizes to the constructors");
        }
        return known;
    }

    private Variable created(String fullName, Initializer initializer, Variable.Kind kind, Shape shape) {
        var created = Variable.of(network.graph, fullName, shape, kind);
        network.variables.put(fullName, created);
        network.initializers.addAll(network.filling.ops(moment.reading, created, initializer));
        return created;
    }

    /** Returns all variables so far, in the order of creation. */
    public Collection<Variable> all() {
        return network.variables.values();
    }

    /** Returns the variables that an optimizer moves, in the order of creation. */
    public List<Variable> trained() {
        return network.variables.values().stream()
                .filter(variable -> variable.kind() == Variable.Kind.TRAINED)
                .toList();
    }

    /** Returns the number of trained values. */
    public long parameters() {
        return trained().stream().mapToLong(Variable::size).sum();
    }

    /** Returns the ops that fill the variables with their initial values. */
    public List<Op> initializers() {
        return network.initializers;
    }

    /** Returns the ops that give a new variable its initial value. */
    @FunctionalInterface
    private interface Filling {
        List<Op> ops(Ops tf, Variable variable, Initializer initializer);
    }
}
