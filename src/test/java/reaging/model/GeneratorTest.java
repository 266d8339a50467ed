package reaging.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.assertShape;
import static reaging.Tensors.differ;
import static reaging.Tensors.each;
import static reaging.Tensors.random;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import reaging.IdleBiases;
import reaging.TestGraph;
import reaging.nn.Phase;
import reaging.nn.Weights;
import reaging.runtime.Variable;

class GeneratorTest {
    private static final ModelConfig SMALL = new ModelConfig("small", 32, 3, 6, 5);
    private static final FloatNdArray IMAGES = random(1, 2, 32, 32, 3);

    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aFaceDependsOnTheTargetAge() {
        var reAged = reAger();
        var whole = Generator.wholeImage(tf);
        assertTrue(differ(reAged.at(0, whole), reAged.at(9, whole)));
    }

    @Test
    void withoutAnyFaceTheTargetAgeDoesNotMatter() {
        var reAged = reAger();
        var none = test.constant(each(Shape.of(2, 32, 32, 1), at -> 0));
        assertClose(reAged.at(0, none), reAged.at(9, none), 0);
    }

    @Test
    void theBackgroundDoesNotDependOnTheTargetAgeAndTheFaceDoes() {
        var reAged = reAger();
        var mask = each(Shape.of(2, 32, 32, 1), at -> face(at) ? 1 : 0);
        var young = reAged.at(0, test.constant(mask));
        var old = reAged.at(9, test.constant(mask));
        // The last convolution is 1 x 1: not even the pixels at the face's edge change.
        assertClose(background(young), background(old), 0);
        each(Shape.of(2, 32, 32), at -> {
            boolean alike = young.get(at[0], at[1], at[2]).equals(old.get(at[0], at[1], at[2]));
            assertTrue(alike != face(at), "pixel " + at[1] + ", " + at[2]);
            return 0;
        });
    }

    private static boolean face(long[] at) {
        return at[1] > 5 && at[1] < 20 && at[2] > 8;
    }

    private static FloatNdArray background(FloatNdArray images) {
        return each(images.shape(), at -> face(at) ? 0 : images.getFloat(at));
    }

    @Test
    void withoutItsModulatorTheAgeCodeGuidesTheDecoder() {
        var weights = test.weights("generator", 3);
        var generator = new Generator(weights, SMALL.without(EnumSet.of(Part.MODULATOR)));
        assertTrue(weights.all().stream().noneMatch(variable -> variable.name().contains("age_modulator")));
        var whole = Generator.wholeImage(tf);
        var encoding = generator.encode(tf, test.constant(IMAGES), whole);
        var code = test.constant(random(5, 2, AgeCode.SIZE));
        assertSame(code, generator.modulate(tf, encoding.identity(), code, Phase.TRAINING));
        assertShape(generator.reAge(tf, encoding, code, whole, Phase.TRAINING), 2, 32, 32, 3);
        assertShape(
                weights.value(variable(weights, "generator/decoder/block_0/norm_1/dense/kernel")), AgeCode.SIZE, 12);
    }

    @Test
    void withoutItsBackgroundFlowTheMaskDoesNotMatter() {
        var weights = test.weights("generator", 3);
        var generator = new Generator(weights, SMALL.without(EnumSet.of(Part.BACKGROUND)));
        test.initialize(weights);
        var images = test.constant(IMAGES);
        var code = test.constant(random(5, 2, AgeCode.SIZE));
        var masked = test.constant(each(Shape.of(2, 32, 32, 1), at -> face(at) ? 1 : 0));
        var whole = Generator.wholeImage(tf);
        var one = generator.reAge(tf, generator.encode(tf, images, masked), code, masked, Phase.TRAINING);
        var other = generator.reAge(tf, generator.encode(tf, images, whole), code, whole, Phase.TRAINING);
        assertClose(test.fetch(one), test.fetch(other), 0);
    }

    @Test
    void attentionDecidesWhatIsDrawnInsideTheMask() {
        var weights = test.weights("generator", 3);
        var generator = new Generator(weights, SMALL.withAttention(true));
        test.randomize(4, weights);
        var bias = variable(weights, "generator/decoder/attention/bias");
        test.assign(variable(weights, "generator/decoder/attention/kernel"), each(Shape.of(1, 1, 3, 1), at -> 0));
        var mask = test.constant(each(Shape.of(2, 32, 32, 1), at -> face(at) ? 1 : 0));
        var none = test.constant(each(Shape.of(2, 32, 32, 1), at -> 0));
        var encoding = generator.encode(tf, test.constant(IMAGES), mask);
        var style =
                generator.modulate(tf, encoding.identity(), test.constant(random(5, 2, AgeCode.SIZE)), Phase.INFERENCE);
        var reAged = generator.decode(tf, encoding, style, mask);
        var face = generator.drawTogether(tf, encoding, List.of(style, style)).get(1);
        var whole = generator.showWhole(tf, encoding, face, mask);
        var decoder = new Decoder(weights.rereadAfter(tf.noOp()).at("decoder"), SMALL);
        var plain = decoder.show(tf, decoder.draw(tf, encoding.identity(), style), encoding.imageFeatures(), mask);
        var untouched = generator.decode(tf, encoding, style, none);

        test.assign(bias, each(Shape.of(1), at -> 100));
        assertClose(test.fetch(plain), test.fetch(reAged), 1e-6);
        assertClose(test.fetch(plain), test.fetch(whole), 1e-6);
        test.assign(bias, each(Shape.of(1), at -> -100));
        assertClose(test.fetch(plain), test.fetch(whole), 1e-6);
        assertClose(test.fetch(untouched), test.fetch(reAged), 1e-6);
        test.assign(bias, each(Shape.of(1), at -> 0));
        var drawn = test.fetch(plain);
        var kept = test.fetch(untouched);
        var halfway = each(drawn.shape(), at -> (drawn.getFloat(at) + kept.getFloat(at)) / 2);
        assertClose(halfway, test.fetch(reAged), 1e-5);
    }

    @Test
    void attentionBeginsWithADecoderThatDrawsNearlyAll() {
        var weights = test.weights("generator", 3);
        new Generator(weights, SMALL.withAttention(true));
        test.initialize(weights);
        var bias = weights.value(variable(weights, "generator/decoder/attention/bias"));
        assertClose(each(Shape.of(1), at -> 2), test.fetch(bias), 0);
    }

    private static Variable variable(Weights weights, String name) {
        return weights.all().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheMaskHidesDoesNotChangeTheFace() {
        var generator = generator();
        var mask = test.constant(each(Shape.of(2, 32, 32, 1), at -> face(at) ? 1 : 0));
        var other = each(IMAGES.shape(), at -> IMAGES.getFloat(at) + (hidden(at) ? 1 : 0));
        var identity = generator.encode(tf, test.constant(IMAGES), mask).identity();
        var otherIdentity = generator.encode(tf, test.constant(other), mask).identity();
        assertClose(test.fetch(identity), test.fetch(otherIdentity), 0);
    }

    // Two pixels away from the face: the first convolution sees one pixel around.
    private static boolean hidden(long[] at) {
        return at[1] < 4 || at[1] > 21 || at[2] < 7;
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 128})
    void identityFeaturesAreAlwaysSixteenPixelsWideForAnyBatch(int size) {
        var config = new ModelConfig("small", size, 2, 4, 5);
        var generator = new Generator(Weights.unfilled(test.graph(), "generator"), config);
        var images = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        var ageCode = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, AgeCode.SIZE)));
        var whole = Generator.wholeImage(tf);
        var encoding = generator.encode(tf, images, whole);
        assertShape(encoding.identity(), -1, 16, 16, 4);
        assertShape(encoding.imageFeatures(), -1, size, size, 2);
        assertShape(generator.modulate(tf, encoding.identity(), ageCode, Phase.INFERENCE), -1, 5);
        assertShape(generator.reAge(tf, encoding, ageCode, whole, Phase.INFERENCE), -1, size, size, 3);
    }

    @Test
    void idleBiasesChangeNothingInTraining() {
        var weights = test.weights("generator", 3);
        var generator = new Generator(weights, SMALL);
        test.randomize(4, weights);
        var mask = test.constant(each(Shape.of(2, 32, 32, 1), at -> face(at) ? 1 : 0));
        var code = test.constant(random(5, 2, AgeCode.SIZE));
        var encoding = generator.encode(tf, test.constant(IMAGES), mask);
        var reAged = generator.reAge(tf, encoding, code, mask, Phase.TRAINING);
        var before = test.fetch(reAged);
        var idle = weights.trained().stream()
                .filter(variable -> IdleBiases.contains(variable.name()))
                .toList();
        assertEquals(SMALL.levels() + 2 + 3 + 2 * (SMALL.levels() + 2), idle.size());
        for (var bias : idle) {
            test.assign(bias, random(6, bias.shape().asArray()));
        }
        assertClose(before, test.fetch(reAged), 1e-4);
    }

    private Generator generator() {
        var weights = test.weights("generator", 3);
        var generator = new Generator(weights, SMALL);
        test.randomize(4, weights);
        return generator;
    }

    /** The images at a target age. */
    @FunctionalInterface
    private interface ReAger {
        FloatNdArray at(int group, Operand<TFloat32> mask);
    }

    private ReAger reAger() {
        var generator = generator();
        return (group, mask) -> {
            var groups = test.constant(each(Shape.of(2, 10), at -> at[1] == group ? 1 : 0));
            var encoding = generator.encode(tf, test.constant(IMAGES), mask);
            return test.fetch(generator.reAge(tf, encoding, AgeCode.of(tf, groups), mask, Phase.INFERENCE));
        };
    }
}
