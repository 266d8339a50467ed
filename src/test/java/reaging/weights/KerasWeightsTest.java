package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;
import reaging.model.ModelConfig;
import reaging.model.NetworkVariables;

class KerasWeightsTest {
    static Set<String> presets() {
        return ModelConfig.presetNames();
    }

    @ParameterizedTest
    @CsvSource({
        "generator/identity_encoder/block_0/conv_1/kernel, identity_encoder/block_0/conv_1/vars/0",
        "generator/identity_encoder/block_0/conv_1/bias, identity_encoder/block_0/conv_1/vars/1",
        "generator_ema/decoder/norm/beta, decoder/norm/vars/1",
        "generator/age_modulator/block_0/norm_1/moving_variance, age_modulator/block_0/norm_1/vars/1",
        "generator/age_modulator/block_0/norm_1/dense/kernel, age_modulator/block_0/norm_1/dense/vars/0",
        "discriminator/to_vector/bias, layers/conv2d_1/vars/1"
    })
    void datasetsAreThoseOfKeras(String name, String dataset) {
        assertEquals(dataset, KerasWeights.dataset(name));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyDatasetLeadsBackToItsWeight(String preset) {
        var config = ModelConfig.preset(preset);
        assertLeadBack(NetworkVariables.ofGenerator(config).all());
        assertLeadBack(NetworkVariables.ofDiscriminator(config).all());
    }

    @Test
    void everyDatasetOfADecoderWithAttentionLeadsBackToItsWeight() {
        var config = ModelConfig.preset("tiny-32").withAttention(true);
        assertLeadBack(NetworkVariables.ofGenerator(config).all());
    }

    private static void assertLeadBack(Map<String, Shape> weights) {
        Map<String, String> names = new LinkedHashMap<>();
        weights.keySet().forEach(name -> names.put(KerasWeights.dataset(name), name.substring(name.indexOf('/') + 1)));
        assertEquals(weights.size(), names.size(), "a dataset for each weight");
        Set<String> layers = new HashSet<>();
        names.keySet().forEach(dataset -> layers.add(dataset.replaceFirst("/vars/\\d$", "")));
        names.forEach((dataset, name) -> {
            var layer = dataset.replaceFirst("/vars/\\d$", "");
            int index = Integer.parseInt(dataset.substring(dataset.length() - 1));
            assertEquals(name, KerasWeights.weight(layer, layers.contains(layer + "/dense"), index));
        });
    }

    @Test
    void kernelsOfLayersAreAttributesWithAnUnderscore() {
        assertEquals("generator/decoder/to_rgb/_kernel", KerasWeights.path("generator/decoder/to_rgb/kernel"));
        assertEquals("generator/decoder/to_rgb/bias", KerasWeights.path("generator/decoder/to_rgb/bias"));
        assertEquals(Optional.of("kernel"), KerasWeights.child("_kernel"));
        assertEquals(Optional.of("kernel"), KerasWeights.child("kernel"));
        assertEquals(Optional.empty(), KerasWeights.child("_losses"));
    }

    @Test
    void blocksAreFoundInNames() {
        assertEquals(
                Optional.of("generator/decoder/block_12"),
                KerasWeights.block("generator/decoder/block_12/norm_1/dense/kernel"));
        assertEquals(Optional.empty(), KerasWeights.block("generator/decoder/norm/gamma"));
    }
}
