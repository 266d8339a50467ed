package reaging.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import reaging.Python;
import reaging.nn.Weights;
import reaging.runtime.Variable;

/** Names are data format: checkpoints and the Keras version find variables by them. */
@Tag("slow")
class VariableNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"tiny-32", "small-64", "small-128", "light-128"})
    void namesAndShapesAreThoseOfTheGoldenList(String preset) throws IOException {
        List<String> golden;
        try (var file = VariableNamesTest.class.getResourceAsStream("/names/" + preset + ".txt")) {
            golden = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertEquals(String.join("\n", golden), String.join("\n", built(preset)));
    }

    /** In the order of creation, which is that of a pass. */
    private static List<String> built(String preset) {
        var config = ModelConfig.preset(preset);
        try (var graph = new Graph()) {
            var generator = Weights.unfilled(graph, "generator");
            var discriminator = Weights.unfilled(graph, "discriminator");
            new Generator(generator, config);
            new Discriminator(discriminator, config);
            List<Variable> variables = new ArrayList<>(generator.all());
            variables.addAll(discriminator.all());
            return variables.stream()
                    .map(variable -> variable.name() + " "
                            + Arrays.toString(variable.shape().asArray()))
                    .toList();
        }
    }

    @Test
    void kerasHasTheSameNamesShapesAndParameterCounts() {
        Python.run(Duration.ofMinutes(5), Path.of("src/test/python/names.py"));
    }
}
