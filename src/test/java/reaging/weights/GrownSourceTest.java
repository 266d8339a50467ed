package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.each;
import static reaging.Tensors.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import reaging.TestGraph;
import reaging.model.AgeCode;
import reaging.model.Discriminator;
import reaging.model.Generator;
import reaging.model.ModelConfig;
import reaging.model.NetworkVariables;
import reaging.nn.Phase;
import reaging.nn.Weights;
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
    void everyWeightOfTheLargerNetworkIsThereButWhatTheNewBlocksDoNotUseYet() {
        var larger = weights(LARGER);
        var grown = new GrownSource(new Listed(weights(SMALLER)), LARGER).weights();
        grown.forEach((name, spec) -> assertEquals(larger.get(name), spec, name));
        larger.keySet().removeAll(grown.keySet());
        var blocks = larger.keySet().stream()
                .map(name -> name.replaceAll("/block_(\\d)/.*", "/block_$1"))
                .distinct()
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "discriminator/block_0",
                        "generator/decoder/block_4",
                        "generator/identity_encoder/block_0",
                        "generator_ema/decoder/block_4",
                        "generator_ema/identity_encoder/block_0"),
                blocks);
        assertTrue(grown.containsKey("generator/decoder/block_4/conv_2/kernel"), "begins at zero");
    }

    @Test
    void theLargerNetworkBeginsAsTheSmallerOneBetweenAHalvingAndADoubling() {
        var smaller = new ModelConfig("small", 32, 4, 8, 6).withAttention(true);
        var images = random(1, 2, 32, 32, 3);
        var masks = each(Shape.of(2, 32, 32, 1), at -> at[1] > 7 && at[2] < 24 ? 1 : 0);
        try (var small = new Networks(smaller);
                var large = new Networks(smaller.grown("large"))) {
            small.randomize();
            large.randomize();
            large.take(new GrownSource(small.source(), large.config));
            assertClose(doubled(small.reAge(images, masks)), large.reAge(doubled(images), doubled(masks)), 1e-4);
            assertClose(small.judge(images), large.judge(doubled(images)), 1e-4);
        }
    }

    private static FloatNdArray doubled(FloatNdArray images) {
        var shape = images.shape();
        return each(
                Shape.of(shape.get(0), 2 * shape.get(1), 2 * shape.get(2), shape.get(3)),
                at -> images.getFloat(at[0], at[1] / 2, at[2] / 2, at[3]));
    }

    /** Both networks with values of their own. */
    private static final class Networks implements AutoCloseable {
        private final TestGraph test = new TestGraph();
        private final ModelConfig config;
        private final Weights generatorWeights = test.weights("generator", 3);
        private final Weights discriminatorWeights = test.weights("discriminator", 4);
        private final Generator generator;
        private final Discriminator discriminator;

        Networks(ModelConfig config) {
            this.config = config;
            generator = new Generator(generatorWeights, config);
            discriminator = new Discriminator(discriminatorWeights, config);
        }

        void randomize() {
            for (var weights : List.of(generatorWeights, discriminatorWeights)) {
                test.randomize(5, weights);
                // The new block's biases begin at zero, and the first convolution sees no edges.
                weights.trained().stream()
                        .filter(variable -> WeightNames.isOutermost(variable.name(), config))
                        .filter(variable -> variable.name().endsWith("conv_2/bias"))
                        .forEach(variable -> test.assign(variable, each(variable.shape(), at -> 0)));
                weights.trained().stream()
                        .filter(variable -> variable.name().endsWith("from_rgb/kernel"))
                        .forEach(variable -> test.assign(
                                variable,
                                each(
                                        variable.shape(),
                                        at -> at[0] == 1 && at[1] == 1 ? Math.sin((double) (at[2] + 2 * at[3])) : 0)));
            }
        }

        WeightSource source() {
            return new Known(test.values(generatorWeights, discriminatorWeights));
        }

        void take(WeightSource source) {
            Map<Variable, String> from = new LinkedHashMap<>();
            Stream.of(generatorWeights, discriminatorWeights)
                    .flatMap(weights -> weights.all().stream())
                    .filter(variable -> source.weights().containsKey(variable.name()))
                    .forEach(variable -> from.put(variable, variable.name()));
            source.restore(test.graph(), test.session(), from);
        }

        FloatNdArray reAge(FloatNdArray images, FloatNdArray masks) {
            var tf = test.tf();
            var code = AgeCode.of(tf, test.constant(each(Shape.of(2, 10), at -> at[1] == 3 + at[0] ? 1 : 0)));
            var mask = test.constant(masks);
            var encoding = generator.encode(tf, test.constant(images), mask);
            return test.fetch(generator.reAge(tf, encoding, code, mask, Phase.INFERENCE));
        }

        FloatNdArray judge(FloatNdArray images) {
            return test.fetch(discriminator.apply(test.tf(), test.constant(images)));
        }

        @Override
        public void close() {
            test.close();
        }
    }

    /** Weights with values. */
    private record Known(Map<String, FloatNdArray> values) implements WeightSource {
        @Override
        public Map<String, TensorSpec> weights() {
            Map<String, TensorSpec> weights = new LinkedHashMap<>();
            values.forEach((name, value) -> weights.put(name, new TensorSpec(DataType.DT_FLOAT, value.shape())));
            return weights;
        }

        @Override
        public OptionalLong step() {
            return OptionalLong.empty();
        }

        @Override
        public void restore(Graph graph, Session session, Map<Variable, String> from) {
            Ops tf = Ops.create(graph);
            var runner = session.runner();
            from.forEach((variable, name) -> runner.addTarget(variable.assign(tf, tf.constant(values.get(name)))));
            runner.run().close();
        }
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
        assertTrue(GrownSource.grows(SMALLER, LARGER.withAttention(true)), "which begins at its first values");
        assertFalse(GrownSource.grows(LARGER, SMALLER));
        assertFalse(GrownSource.grows(SMALLER, SMALLER));
        assertFalse(GrownSource.grows(ModelConfig.preset("tiny-32"), ModelConfig.preset("tiny-64")), "other widths");
        assertFalse(GrownSource.grows(SMALLER, new ModelConfig("mine", 64, 16, 128, 64).grown("x")), "another style");
        assertFalse(GrownSource.grows(SMALLER, new ModelConfig("mine", 64, 16, 64, 128).grown("x")), "narrower");
        assertFalse(GrownSource.grows(LARGER, LARGER.grown("small-256")), "nothing makes up for a second division");
    }
}
