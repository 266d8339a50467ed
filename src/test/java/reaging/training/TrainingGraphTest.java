package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.differ;
import static reaging.Tensors.each;
import static reaging.training.TinyTraining.CONFIG;
import static reaging.training.TinyTraining.GROUPS;
import static reaging.training.TinyTraining.IMAGES;
import static reaging.training.TinyTraining.MODEL;
import static reaging.training.TinyTraining.TARGETS;
import static reaging.training.TinyTraining.oneHot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import reaging.TestGraph;
import reaging.model.Discriminator;

// One graph for all tests: each starts from its variables' first values.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class TrainingGraphTest {
    private static final float RATE = 0.01f;

    private final TinyTraining tiny = new TinyTraining();
    private final TestGraph test = tiny.test();
    private final TrainingGraph training = tiny.training();
    private final TrainingGraph.Networks networks = training.networks();

    @BeforeEach
    void restart() {
        tiny.restart();
    }

    @AfterAll
    void close() {
        tiny.close();
    }

    @Test
    void theDiscriminatorsStepMovesTheDiscriminatorAndNothingElse() {
        var before = test.values(networks.generator(), networks.averaged(), networks.moments());
        var discriminator = test.values(networks.discriminator());
        tiny.run(tiny.runner(RATE), training.steps().discriminator());
        var after = test.values(networks.generator(), networks.averaged(), networks.moments());
        before.keySet().removeIf(name -> name.startsWith("adam/discriminator/"));
        assertEqualBits(before, after);
        assertAllDiffer(discriminator, test.values(networks.discriminator()));
    }

    @Test
    void theGeneratorsStepLeavesTheDiscriminatorAsItsOwnStepDid() {
        tiny.run(tiny.runner(RATE), training.steps().discriminator());
        var discriminator = test.values(networks.discriminator());
        var moments = test.values(networks.moments());
        moments.keySet().removeIf(name -> name.startsWith("adam/generator/"));

        restart();
        var generator = test.values(networks.generator());
        var averaged = test.values(networks.averaged());
        tiny.run(tiny.runner(RATE), training.steps().generator());
        assertEqualBits(discriminator, test.values(networks.discriminator()));
        assertEqualBits(moments, test.values(networks.moments()));
        assertEqualBits(averaged, test.values(networks.averaged()));
        generator.keySet().removeIf(name -> name.contains("/moving_"));
        assertAllDiffer(generator, test.values(networks.generator()));
    }

    @Test
    void theWholeStepMovesStatisticsAndThenTheAverage() {
        var averagedBefore = test.values(networks.averaged());
        var generatorBefore = test.values(networks.generator());
        tiny.run(tiny.runner(RATE), training.steps().all());
        var averaged = test.values(networks.averaged());
        var generator = test.values(networks.generator());
        assertAllDiffer(generatorBefore, generator);
        generator.forEach((name, value) -> {
            var twin = name.replaceFirst("generator/", "generator_ema/");
            var before = averagedBefore.get(twin);
            var expected = name.contains("/moving_")
                    ? value
                    : each(value.shape(), at -> 0.25 * before.getFloat(at) + 0.75 * value.getFloat(at));
            assertClose(expected, averaged.get(twin), 1e-6);
        });
    }

    @Test
    void runningStatisticsFollowThePassToTheTargetAge() {
        var statistics = statisticsAfterAStep(GROUPS, TARGETS);
        assertEqualBits(statistics, statisticsAfterAStep(oneHot(0, 1), TARGETS));
        var other = statisticsAfterAStep(GROUPS, oneHot(0, 1));
        var second = "generator/age_modulator/block_0/norm_2/moving_mean";
        assertTrue(differ(statistics.get(second), other.get(second)));
    }

    private Map<String, FloatNdArray> statisticsAfterAStep(FloatNdArray groups, FloatNdArray targets) {
        restart();
        tiny.run(tiny.runner(0, 1, groups, targets), training.steps().all());
        var statistics = test.values(networks.generator());
        statistics.keySet().removeIf(name -> !name.contains("/moving_"));
        return statistics;
    }

    @Test
    void theGeneratorIsJudgedByTheDiscriminatorAfterItsStep() {
        var adversarial = training.generatorLoss().adversarial();
        // Without a learning rate the discriminator stays; with one it has moved when the loss is read.
        var unmoved = TestGraph.fetch(tiny.runner(0), adversarial);
        restart();
        var judged = TestGraph.fetch(tiny.runner(RATE), adversarial);
        assertTrue(differ(unmoved, judged));
        assertClose(judged, TestGraph.fetch(tiny.runner(0), adversarial), 0);
    }

    @Test
    void theDiscriminatorsLossIsReadBeforeItsStep() {
        var total = training.discriminatorLoss().total();
        var unmoved = TestGraph.fetch(tiny.runner(0), total);
        restart();
        var runner = tiny.runner(RATE).addTarget(training.steps().all());
        assertClose(unmoved, TestGraph.fetch(runner, total), 0);
        assertTrue(differ(unmoved, TestGraph.fetch(tiny.runner(0), total)));
    }

    @Test
    void passesGoToTheTargetAgeAndBackToTheImagesOwn() {
        var passes = passes(1, GROUPS, TARGETS);
        var otherGroups = passes(1, oneHot(0, 1), TARGETS);
        assertClose(passes.get(0), otherGroups.get(0), 0);
        assertTrue(differ(passes.get(1), otherGroups.get(1)));
        assertTrue(differ(passes.get(2), otherGroups.get(2)));
        var otherTargets = passes(1, GROUPS, oneHot(0, 1));
        assertTrue(differ(passes.get(0), otherTargets.get(0)));
        assertClose(passes.get(1), otherTargets.get(1), 0);
        assertTrue(differ(passes.get(2), otherTargets.get(2)));
    }

    @Test
    void theCycleIsTheReconstructionOfTheReAgedImages() {
        var reconstructed = passes(1, GROUPS, TARGETS).get(1);
        // If x' were x itself, the way back would be the reconstruction.
        var runner = tiny.runner(0);
        tiny.feed(runner, training.passes().reAged(), TFloat32.tensorOf(IMAGES));
        assertClose(reconstructed, TestGraph.fetch(runner, training.passes().cycled()), 1e-6);
    }

    @Test
    void theAgeCodesNoiseFollowsFromTheStep() {
        var first = passes(1, GROUPS, GROUPS);
        assertTrue(differ(first.get(0), first.get(1)), "two draws for one group");
        assertClose(first.get(0), passes(1, GROUPS, GROUPS).get(0), 0);
        assertTrue(differ(first.get(0), passes(2, GROUPS, GROUPS).get(0)));
    }

    private List<FloatNdArray> passes(long step, FloatNdArray groups, FloatNdArray targets) {
        var passes = training.passes();
        return TestGraph.fetchAll(
                tiny.runner(0, step, groups, targets),
                List.of(passes.reAged(), passes.reconstructed(), passes.cycled()));
    }

    @Test
    void theGeneratorsLossIsThatOfItsPasses() {
        var loss = training.generatorLoss();
        var passes = passes(1, GROUPS, TARGETS);
        var terms = TestGraph.fetchAll(
                tiny.runner(0), List.of(loss.adversarial(), loss.reconstruction(), loss.cycle(), loss.total()));
        double adversarial = softplus(-1, passes.get(0), TARGETS);
        double reconstruction = distance(passes.get(1));
        double cycle = distance(passes.get(2));
        assertEquals(adversarial, terms.get(0).getFloat(), 1e-5);
        assertEquals(reconstruction, terms.get(1).getFloat(), 1e-5);
        assertEquals(cycle, terms.get(2).getFloat(), 1e-5);
        double total = adversarial + TinyTraining.RECONSTRUCTION_WEIGHT * reconstruction + CONFIG.cycleWeight() * cycle;
        assertEquals(total, terms.get(3).getFloat(), 1e-4);
    }

    @Test
    void theDiscriminatorsLossIsThatOfItsImages() {
        var loss = training.discriminatorLoss();
        var reAged = passes(1, GROUPS, TARGETS).get(0);
        var terms = TestGraph.fetchAll(tiny.runner(0), List.of(loss.real(), loss.fake(), loss.r1(), loss.total()));
        double real = softplus(-1, IMAGES, GROUPS);
        double fake = softplus(1, reAged, TARGETS);
        assertEquals(real, terms.get(0).getFloat(), 1e-5);
        assertEquals(fake, terms.get(1).getFloat(), 1e-5);
        assertTrue(terms.get(2).getFloat() > 0);
        double total = real + fake + CONFIG.r1Weight() * terms.get(2).getFloat();
        assertEquals(total, terms.get(3).getFloat(), 1e-4);
    }

    /** The mean softplus of the logits, taken with a sign, of each image's own branch. */
    private double softplus(int sign, FloatNdArray images, FloatNdArray groups) {
        var tf = test.tf();
        var again = new Discriminator(networks.discriminator().rereadAfter(tf.noOp()), MODEL);
        var logits = test.fetch(again.apply(tf, test.constant(images)));
        double[] sum = {0};
        each(logits.shape(), at -> sum[0] += groups.getFloat(at) * Math.log1p(Math.exp(sign * logits.getFloat(at))));
        return sum[0] / logits.shape().get(0);
    }

    private static double distance(FloatNdArray images) {
        double[] sum = {0};
        each(images.shape(), at -> sum[0] += Math.abs(images.getFloat(at) - IMAGES.getFloat(at)));
        return sum[0] / images.size();
    }

    @Test
    void samplesComeFromTheAveragedGeneratorAndAreClipped() {
        var sampling = training.sampling();
        var first = sample(sampling);
        test.initialize(networks.generator());
        test.randomize(8, networks.generator());
        assertClose(first, sample(sampling), 0);
        test.randomize(8, networks.averaged());
        var second = sample(sampling);
        assertTrue(differ(first, second));
        each(second.shape(), at -> {
            assertTrue(Math.abs(second.getFloat(at)) <= 1);
            return 0;
        });
    }

    private FloatNdArray sample(TrainingGraph.Sampling sampling) {
        var runner = test.runner();
        tiny.feed(runner, sampling.images(), TFloat32.tensorOf(each(IMAGES.shape(), at -> 4 * IMAGES.getFloat(at))));
        tiny.feed(runner, sampling.masks(), TFloat32.tensorOf(each(Shape.of(2, 32, 32, 1), at -> 1)));
        tiny.feed(runner, sampling.groups(), TFloat32.tensorOf(TARGETS));
        return TestGraph.fetch(runner, sampling.reAged());
    }

    private static void assertEqualBits(Map<String, FloatNdArray> expected, Map<String, FloatNdArray> actual) {
        expected.forEach((name, value) -> assertEquals(value, actual.get(name), name));
    }

    private static void assertAllDiffer(Map<String, FloatNdArray> before, Map<String, FloatNdArray> after) {
        Map<String, FloatNdArray> same = new TreeMap<>(before);
        same.keySet().removeIf(name -> differ(before.get(name), after.get(name)));
        // The norm after it takes a bias away again: its slope is 0 but for rounding.
        same.keySet().removeIf(name -> name.startsWith("generator") && name.endsWith("/conv_1/bias"));
        assertEquals(List.of(), List.copyOf(same.keySet()), "variables that did not move");
    }
}
