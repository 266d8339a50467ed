package reaging.training.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.differ;
import static reaging.Tensors.each;
import static reaging.Tensors.random;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.TestGraph;
import reaging.losses.DiscriminatorLoss;
import reaging.run.Augmentation;
import reaging.run.Extensions;
import reaging.run.TrainingConfig;

class DiffAugmentTest {
    private static final int SIZE = 16;
    private static final FloatNdArray IMAGES = random(1, 1, SIZE, SIZE, 3);

    private final TestGraph test = new TestGraph();
    private final Ops tf = test.tf();

    @AfterEach
    void close() {
        test.close();
    }

    private DiffAugment of(Augmentation... augmentations) {
        return of(1, augmentations);
    }

    private DiffAugment of(long step, Augmentation... augmentations) {
        var config = TrainingConfig.QUICK
                .withBatch(1)
                .withExtensions(Extensions.NONE.withAugmentations(List.of(augmentations)));
        Operand<TInt64> number = tf.constant(step);
        return new DiffAugment(config, SIZE, number);
    }

    private FloatNdArray changed(Augmentation augmentation, double... draws) {
        var given = Arrays.stream(draws)
                .mapToObj(draw -> tf.constant(new float[][][][] {{{{(float) draw}}}}))
                .toList();
        return test.fetch(of(augmentation).change(tf, test.constant(IMAGES), given));
    }

    private static double mean(FloatNdArray images, long... from) {
        double[] sum = {0};
        each(
                images.shape(),
                at -> sum[0] += from.length == 0 || (at[1] == from[0] && at[2] == from[1]) ? images.getFloat(at) : 0);
        return sum[0] / (from.length == 0 ? images.size() : 3);
    }

    @Test
    void brightnessIsAddedByUpToAHalf() {
        assertClose(
                each(IMAGES.shape(), at -> IMAGES.getFloat(at) + 0.25),
                changed(Augmentation.COLOR, 0.75, 0.5, 0.5, 0, 0, 0, 0),
                1e-6);
    }

    @Test
    void saturationZeroIsGrey() {
        assertClose(
                each(IMAGES.shape(), at -> mean(IMAGES, at[1], at[2])),
                changed(Augmentation.COLOR, 0.5, 0, 0.5, 0, 0, 0, 0),
                1e-6);
    }

    @Test
    void contrastIsADistanceFromTheImagesMean() {
        double mean = mean(IMAGES);
        assertClose(
                each(IMAGES.shape(), at -> mean + 1.25 * (IMAGES.getFloat(at) - mean)),
                changed(Augmentation.COLOR, 0.5, 0.5, 0.75, 0, 0, 0, 0),
                1e-6);
    }

    @Test
    void translationBringsInZeros() {
        // Five shifts are possible in a side of 16: from -2 to 2. The last of them down, none across.
        assertClose(
                each(IMAGES.shape(), at -> at[1] + 2 < SIZE ? IMAGES.getFloat(0, at[1] + 2, at[2], at[3]) : 0),
                changed(Augmentation.TRANSLATION, 0, 0, 0, 0.99, 0.5, 0, 0),
                0);
        assertClose(
                each(IMAGES.shape(), at -> at[2] >= 1 ? IMAGES.getFloat(0, at[1], at[2] - 1, at[3]) : 0),
                changed(Augmentation.TRANSLATION, 0, 0, 0, 0.5, 0.3, 0, 0),
                0);
    }

    @Test
    void cutoutIsASquareOfHalfTheSideThatMayReachOverTheEdge() {
        // Around row 0 and column 8.
        assertClose(
                each(IMAGES.shape(), at -> at[1] < 4 && at[2] >= 4 && at[2] < 12 ? 0 : IMAGES.getFloat(at)),
                changed(Augmentation.CUTOUT, 0, 0, 0, 0, 0, 0, 0.5),
                0);
    }

    @Test
    void nothingIsAddedToTheGraphWithoutAugmentations() {
        var images = test.constant(IMAGES);
        assertSame(images, of().apply(tf, images, 0));
    }

    @ParameterizedTest
    @EnumSource
    void drawsFollowFromStepAndStream(Augmentation augmentation) {
        var first = drawn(1, augmentation, 0);
        assertClose(first, drawn(1, augmentation, 0), 0);
        assertTrue(differ(first, drawn(1, augmentation, 1)), "another stream");
        assertTrue(differ(first, drawn(2, augmentation, 0)), "another step");
    }

    private FloatNdArray drawn(long step, Augmentation augmentation, int stream) {
        return test.fetch(of(step, augmentation).apply(tf, test.constant(IMAGES), stream));
    }

    // The slope of w . augment(x) at x is linear in w, so R1 is quadratic in it: by Euler's theorem w . dR1/dw = 2 R1.
    @ParameterizedTest
    @EnumSource
    void theGradientPenaltyHasASlopeThroughIt(Augmentation augmentation) {
        var images = test.constant(IMAGES);
        var w = test.constant(random(2, 1, SIZE, SIZE, 3));
        var logits = tf.reduceSum(tf.math.mul(of(augmentation).apply(tf, images, 0), w), tf.array(1, 2, 3)); // [1]
        var r1 = DiscriminatorLoss.r1(tf, logits, images);
        Operand<TFloat32> slope = tf.gradients(r1, List.of(w), Gradients.dx(List.of(tf.constant(1f))))
                .dy(0);
        var along = test.fetch(tf.reduceSum(tf.math.mul(slope, w), tf.array(0, 1, 2, 3)));
        assertEquals(2 * test.fetch(r1).getFloat(), along.getFloat(), 1e-3 * along.getFloat());
        assertTrue(along.getFloat() > 1);
    }

    @Test
    void coloursAreDrawnForEachImageAlone() {
        var config = TrainingConfig.QUICK
                .withBatch(2)
                .withExtensions(Extensions.NONE.withAugmentations(List.of(Augmentation.values())));
        var twins = each(Shape.of(2, SIZE, SIZE, 3), at -> IMAGES.getFloat(0, at[1], at[2], at[3]));
        var changed = test.fetch(new DiffAugment(config, SIZE, tf.constant(1L)).apply(tf, test.constant(twins), 0));
        assertTrue(differ(changed.get(0), changed.get(1)));
    }
}
