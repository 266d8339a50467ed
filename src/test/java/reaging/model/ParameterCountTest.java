package reaging.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import reaging.nn.Weights;

/** The counts were checked against the same networks in Keras. */
class ParameterCountTest {
    @ParameterizedTest
    @CsvSource({
        "canonical-256, 56135811, 20856394",
        "canonical-128, 45643907, 16136778",
        "canonical-64, 13160323, 11417162",
        "light-256, 14811203, 5217066",
        "light-128, 12186691, 4036906",
        "light-64, 3678147, 2856746",
        "small-128, 1131171, 720058",
        "small-64, 1113571, 715418",
        "tiny-64, 375411, 179474",
        "tiny-32, 148451, 105618"
    })
    void everyPresetHasTheParametersOfItsKerasTwin(
            String preset, long generatorParameters, long discriminatorParameters) {
        var config = ModelConfig.preset(preset);
        try (var graph = new Graph()) {
            var generator = Weights.unfilled(graph, "generator");
            var discriminator = Weights.unfilled(graph, "discriminator");
            new Generator(generator, config);
            new Discriminator(discriminator, config);
            assertEquals(generatorParameters, generator.parameters());
            assertEquals(discriminatorParameters, discriminator.parameters());
        }
    }
}
