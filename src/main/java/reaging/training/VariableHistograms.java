package reaging.training;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.run.TensorBoard;
import reaging.runtime.Variable;

/** Histograms of the trained variables for TensorBoard. */
final class VariableHistograms {
    private final Session session;
    private final List<Variable> variables;
    private final List<Operand<TFloat32>> values;

    /** Adds the necessary ops to the graph. */
    VariableHistograms(Session session, Ops tf, TrainingGraph.Networks networks, Histograms wanted) {
        this.session = session;
        variables = wanted == Histograms.NONE
                ? List.of()
                : Stream.of(networks.generator(), networks.discriminator())
                        .flatMap(weights -> weights.trained().stream())
                        .toList();
        values = variables.stream().map(variable -> variable.read(tf)).toList();
    }

    void write(TensorBoard board, long step) {
        for (int i = 0; i < values.size(); i++) {
            try (var result = session.runner().fetch(values.get(i)).run()) {
                board.histogram(variables.get(i).name(), step, (TFloat32) result.get(0));
            }
        }
    }
}
