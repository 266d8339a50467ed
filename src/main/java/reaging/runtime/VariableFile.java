package reaging.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Ops that write variables to a TensorFlow checkpoint (format V2) and read them from one. TensorFlow Java's own saver only handles
 * the older kind of variable.
 *
 * @param path scalar path; the checkpoint's files are {@code path.index} and {@code path.data-00000-of-00001}
 * @param save op that writes the variables
 * @param restore op that reads the variables
 */
public record VariableFile(Placeholder<TString> path, Op save, Op restore) {

    /** Creates ops for variables that have their own names in the file. */
    public static VariableFile of(Ops tf, Collection<Variable> variables) {
        return of(tf, variables, UnaryOperator.identity());
    }

    /**
     * Creates ops for variables that may have other names in the file.
     *
     * @param nameInFile maps a variable's name to that in the file
     */
    public static VariableFile of(Ops tf, Collection<Variable> variables, UnaryOperator<String> nameInFile) {
        return of(tf, variables, nameInFile, Map.of());
    }

    /**
     * Creates ops for variables that may have other names in the file, which also receives other tensors.
     *
     * @param nameInFile maps a variable's name to that in the file
     * @param more other tensors by their names in the file; they are not read back
     */
    public static VariableFile of(
            Ops tf,
            Collection<Variable> variables,
            UnaryOperator<String> nameInFile,
            Map<String, ? extends Operand<?>> more) {
        Placeholder<TString> path = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        List<String> names = new ArrayList<>();
        List<Operand<?>> values = new ArrayList<>();
        List<Class<? extends TType>> types = new ArrayList<>();
        for (var variable : variables) {
            names.add(nameInFile.apply(variable.name()));
            values.add(variable.read(tf));
            types.add(TFloat32.class);
        }
        var read = tf.train.restore(path, strings(tf, names), wholes(tf, names), types);
        names.addAll(more.keySet());
        values.addAll(more.values());
        var save = tf.train.save(path, strings(tf, names), wholes(tf, names), values);
        return new VariableFile(path, save, assignAll(tf, variables, read.tensors()));
    }

    private static Operand<TString> strings(Ops tf, List<String> values) {
        return tf.array(values.toArray(String[]::new));
    }

    /** Returns empty slice specifications, which mean whole tensors. */
    private static Operand<TString> wholes(Ops tf, List<String> names) {
        return strings(tf, Collections.nCopies(names.size(), ""));
    }

    private static Op assignAll(Ops tf, Collection<Variable> variables, List<org.tensorflow.Output<?>> values) {
        List<Op> assigns = new ArrayList<>();
        int i = 0;
        for (var variable : variables) {
            assigns.add(tf.assignVariableOp(variable.handle(), values.get(i)));
            i++;
        }
        return tf.withControlDependencies(assigns).noOp();
    }

    /**
     * Writes the variables' values in a session.
     *
     * @throws IOException with TensorFlow's reason if they cannot be written
     */
    public void save(Session session, String prefix) throws IOException {
        try {
            run(session, prefix, save);
        } catch (TensorFlowException e) {
            throw new IOException(reason(e), e);
        }
    }

    /** Extracts a reason such as "No space left on device" from between a temporary file's name and a position in the graph. */
    private static String reason(TensorFlowException e) {
        var line = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
        return line.replaceFirst("^\\S+; ", "");
    }

    /** Restores the variables' values from a file in a session. */
    public void restore(Session session, String prefix) {
        run(session, prefix, restore);
    }

    private void run(Session session, String prefix, Op op) {
        try (var tensor = TString.scalarOf(prefix)) {
            session.runner().feed(path, tensor).addTarget(op).run().close();
        }
    }
}
