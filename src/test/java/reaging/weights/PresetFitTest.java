package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import reaging.model.ModelConfig;
import reaging.model.NetworkVariables;
import reaging.runtime.TensorSpec;

class PresetFitTest {
    static Set<String> presets() {
        return ModelConfig.presetNames();
    }

    private static Map<String, TensorSpec> specs(Map<String, Shape> shapes, DataType type) {
        Map<String, TensorSpec> specs = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> specs.put(name, new TensorSpec(type, shape)));
        return specs;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void eitherNetworkAloneTellsThePreset(String preset) {
        var config = ModelConfig.preset(preset);
        var generator = specs(NetworkVariables.ofGenerator(config).all(), DataType.DT_FLOAT);
        assertEquals(Optional.of(preset), PresetFit.exact(generator));
        var discriminator = specs(NetworkVariables.ofDiscriminator(config).all(), DataType.DT_FLOAT);
        assertEquals(Optional.of(preset), PresetFit.exact(discriminator));
    }

    @Test
    void attentionBelongsToThePresetWhereTheWeightsHaveIt() {
        var config = ModelConfig.preset("tiny-32").withAttention(true);
        var generator = specs(NetworkVariables.ofGenerator(config).all(), DataType.DT_FLOAT);
        assertEquals(Optional.of("tiny-32"), PresetFit.exact(generator));
        generator.remove("generator/decoder/attention/bias");
        assertEquals(
                List.of("generator/decoder/attention/bias"),
                PresetFit.of(generator, "tiny-32").missing());
    }

    @Test
    void anotherTypeIsADifference() {
        var fit = PresetFit.of(specs(Ramps.generator(Ramps.MODEL), DataType.DT_HALF), "tiny-32");
        assertEquals(Ramps.generator(Ramps.MODEL).size(), fit.different().size());
        assertTrue(fit.text().contains("from_rgb/bias float16 [8] for float32 [8]"), fit.text());
    }

    @Test
    void momentsOfANetworkAreAllThereOrNone() {
        var all = specs(Ramps.training(Ramps.MODEL), DataType.DT_FLOAT);
        assertTrue(PresetFit.of(all, "tiny-32").isExact());
        all.keySet().removeIf(name -> name.startsWith("adam/discriminator/"));
        assertTrue(PresetFit.of(all, "tiny-32").isExact(), "none of one network");
        all.remove("adam/generator/decoder/to_rgb/bias/v");
        assertEquals(
                List.of("adam/generator/decoder/to_rgb/bias/v"),
                PresetFit.of(all, "tiny-32").missing());
    }

    @Test
    void strangersFitNothing() {
        assertEquals(Optional.empty(), PresetFit.exact(specs(Map.of("w", Shape.of(1)), DataType.DT_FLOAT)));
        assertEquals(Optional.empty(), PresetFit.exact(Map.of()));
    }
}
