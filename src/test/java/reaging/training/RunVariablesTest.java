package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import reaging.runtime.Variable;

@Tag("slow")
class RunVariablesTest {
    @Test
    void theyAreThoseOfTraining() {
        var config = TinyTraining.run(TinyTraining.CONFIG);
        try (var training = new TinyTraining();
                var variables = RunVariables.ofNewRun(config)) {
            assertEquals(
                    shapes(training.training().networks().all()), shapes(variables.all()), "names, shapes and kinds");
        }
    }

    private static Map<String, String> shapes(Iterable<Variable> variables) {
        Map<String, String> shapes = new TreeMap<>();
        for (var variable : variables) {
            Shape shape = variable.shape();
            shapes.put(variable.name(), shape + " " + variable.kind());
        }
        return shapes;
    }
}
