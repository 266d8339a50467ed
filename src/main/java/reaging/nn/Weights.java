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
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/**
 * The variables of one network under slash-separated names, read at one moment of a run.
 *
 * <p>A variable's name is its path through the network and nothing else, for example
 * {@code generator/identity_encoder/block_0/conv_1/kernel}. Keras gives the same variable the same path, which is what
 * makes a checkpoint written here readable there.
 *
 * <p>Every variable is read once per moment. A network built from {@link #of} reads before the step; one built from
 * {@link #rereadAfter} has the same variables and reads them after an op, such as the step that moves them.
 */
public final class Weights {
    private final Graph graph;
    private final Ops reading;
    private final String path;
    private final Filling filling;
    private final Map<String, Variable> variables;
    private final Set<String> taken; // names at this moment
    private final Map<String, Operand<TFloat32>> values; // at this moment
    private final List<Op> initializers;

    private Weights(
            Graph graph,
            Ops reading,
            String path,
            Filling filling,
            Map<String, Variable> variables,
            Set<String> taken,
            Map<String, Operand<TFloat32>> values,
            List<Op> initializers) {
        this.graph = graph;
        this.reading = reading;
        this.path = path;
        this.filling = filling;
        this.variables = variables;
        this.taken = taken;
        this.values = values;
        this.initializers = initializers;
    }

    /** Weights that {@link #initializers} fill, alike for alike seeds. */
    public static Weights of(Graph graph, String network, long seed) {
        return new Weights(
                graph,
                network,
                (tf, name, initializer, shape) -> initializer.values(tf, seed + name.hashCode(), shape.asArray()));
    }

    /** Weights that somebody else fills, from a checkpoint for example: they have no initializers. */
    public static Weights unfilled(Graph graph, String network) {
        return new Weights(graph, network, null);
    }

    private Weights(Graph graph, String path, Filling filling) {
        this(
                graph,
                Ops.create(graph),
                path,
                filling,
                new LinkedHashMap<>(),
                new HashSet<>(),
                new LinkedHashMap<>(),
                new ArrayList<>());
    }

    /** The same variables, one level deeper. */
    public Weights at(String child) {
        return new Weights(graph, reading, path + "/" + child, filling, variables, taken, values, initializers);
    }

    /** The same variables, read again once {@code step} has run: pass it to the same constructors. */
    public Weights rereadAfter(Op step) {
        return new Weights(
                graph,
                reading.withControlDependencies(step),
                path,
                filling,
                variables,
                new HashSet<>(),
                new LinkedHashMap<>(),
                initializers);
    }

    /** Creates the trained variable {@code path/name} and returns its value. */
    public Operand<TFloat32> create(String name, Initializer initializer, long... shape) {
        return value(variable(name, initializer, Variable.Kind.TRAINED, Shape.of(shape)));
    }

    /** Creates the variable {@code path/name}, which no optimizer moves. */
    public Variable statistic(String name, Initializer initializer, long... shape) {
        return variable(name, initializer, Variable.Kind.STATISTIC, Shape.of(shape));
    }

    /** The value of one of these variables at this moment. */
    public Operand<TFloat32> value(Variable variable) {
        return values.computeIfAbsent(variable.name(), name -> variable.read(reading));
    }

    /** For ops that follow from the variables' values alone, such as a kernel made from another one. */
    Ops reading() {
        return reading;
    }

    private Variable variable(String name, Initializer initializer, Variable.Kind kind, Shape shape) {
        String fullName = path + "/" + name;
        if (!taken.add(fullName)) {
            throw new IllegalArgumentException(
                    "a variable's name must be new but " + fullName + " exists; give the layer its own path with at()");
        }
        var known = variables.get(fullName);
        if (known != null) {
            return known;
        }
        var created = new Variable(fullName, shape, handle(fullName, shape), kind);
        variables.put(fullName, created);
        if (filling != null) {
            initializers.add(created.assign(reading, filling.values(reading, fullName, initializer, shape)));
        }
        return created;
    }

    private Operand<? extends org.tensorflow.types.family.TType> handle(String fullName, Shape shape) {
        // Ops.withName forbids slashes and renames a duplicate; a builder keeps the name exact and fails on a
        // duplicate.
        var operation = graph.opBuilder(VarHandleOp.OP_NAME, fullName, graph.baseScope())
                .setAttr("dtype", DataType.DT_FLOAT)
                .setAttr("shape", shape)
                .setAttr("shared_name", fullName)
                .build();
        return new VarHandleOp(operation);
    }

    /** Every variable so far, in the order of creation. */
    public Collection<Variable> all() {
        return variables.values();
    }

    /** The variables that an optimizer moves, in the order of creation. */
    public List<Variable> trained() {
        return variables.values().stream()
                .filter(variable -> variable.kind() == Variable.Kind.TRAINED)
                .toList();
    }

    /** The number of trained values. */
    public long parameters() {
        return trained().stream().mapToLong(Variable::size).sum();
    }

    /** Ops that fill the variables with their first values. */
    public List<Op> initializers() {
        return initializers;
    }

    /** How a new variable gets its first value. */
    @FunctionalInterface
    private interface Filling {
        Operand<TFloat32> values(Ops tf, String name, Initializer initializer, Shape shape);
    }
}
