package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import reaging.model.ModelConfig;
import reaging.model.NetworkVariables;
import reaging.run.WeightNames;
import reaging.runtime.TensorSpec;
import reaging.runtime.Variable;

class GrownSourceTest {
    private static final ModelConfig SMALLER = ModelConfig.preset("small-64");
    private static final ModelConfig LARGER = ModelConfig.preset("small-128");

    /** Weights that exist by name and shape alone. */
    private record Listed(Map<String, TensorSpec> weights) implements WeightSource {
        @Override
        public OptionalLong step() {
            return OptionalLong.of(7);
        }

        @Override
        public void restore(Graph graph, Session session, Map<Variable, String> from) {
            throw new AssertionError("has no values");
        }
    }

    private static Map<String, TensorSpec> weights(ModelConfig config) {
        Map<String, Shape> shapes =
                new LinkedHashMap<>(NetworkVariables.ofGenerator(config).all());
        NetworkVariables.ofGenerator(config)
                .all()
                .forEach((name, shape) -> shapes.put(WeightNames.ofGenerator(name, WeightNames.AVERAGED), shape));
        shapes.putAll(NetworkVariables.ofDiscriminator(config).all());
        Map<String, TensorSpec> weights = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> weights.put(name, new TensorSpec(DataType.DT_FLOAT, shape)));
        return weights;
    }

    @Test
    void allButTheOutermostLayersOfTheLargerNetworkAreThereInTheirShapes() {
        var larger = weights(LARGER);
        var grown = new GrownSource(new Listed(weights(SMALLER)), LARGER).weights();
        grown.forEach((name, spec) -> assertEquals(larger.get(name), spec, name));
        larger.keySet()
                .forEach(name -> assertEquals(!grown.containsKey(name), WeightNames.isOutermost(name, LARGER), name));
        larger.keySet().removeAll(grown.keySet());
        var outermost = larger.keySet().stream()
                .map(name ->
                        name.replaceAll("^(\\w+/identity_encoder/\\w+|\\w+/decoder/\\w+|discriminator/\\w+)/.*", "$1"))
                .distinct()
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "discriminator/block_0",
                        "discriminator/from_rgb",
                        "generator/decoder/block_4",
                        "generator/decoder/norm",
                        "generator/decoder/to_rgb",
                        "generator/identity_encoder/block_0",
                        "generator/identity_encoder/from_rgb",
                        "generator_ema/decoder/block_4",
                        "generator_ema/decoder/norm",
                        "generator_ema/decoder/to_rgb",
                        "generator_ema/identity_encoder/block_0",
                        "generator_ema/identity_encoder/from_rgb"),
                outermost);
    }

    @Test
    void momentsAndStepAreThoseOfAnotherTraining() {
        var weights = weights(SMALLER);
        weights.put("adam/discriminator/to_vector/kernel/m", new TensorSpec(DataType.DT_FLOAT, Shape.of(1)));
        var grown = new GrownSource(new Listed(weights), LARGER);
        assertTrue(grown.weights().keySet().stream().noneMatch(name -> name.startsWith("adam/")));
        assertTrue(grown.step().isEmpty());
    }

    @Test
    void growsByOneLevelWhereTheInsideIsTheSame() {
        assertTrue(GrownSource.grows(SMALLER, LARGER));
        assertFalse(GrownSource.grows(LARGER, SMALLER));
        assertFalse(GrownSource.grows(SMALLER, SMALLER));
        assertFalse(GrownSource.grows(ModelConfig.preset("tiny-32"), ModelConfig.preset("tiny-64")), "other widths");
        assertFalse(GrownSource.grows(SMALLER, new ModelConfig("mine", 128, 8, 128, 64)), "another style");
        assertFalse(GrownSource.grows(SMALLER, new ModelConfig("mine", 128, 8, 64, 128)), "narrower at 4 x 4");
    }
}
