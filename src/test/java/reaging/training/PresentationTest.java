package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.each;
import static reaging.training.TinyTraining.CONFIG;
import static reaging.training.TinyTraining.IMAGES;
import static reaging.training.TinyTraining.MASKS;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.Python;
import reaging.TestGraph;
import reaging.run.Extensions;
import reaging.run.TrainingConfig;
import reaging.training.augmentation.Presentation;

@Tag("slow")
class PresentationTest {
    private static final TrainingConfig ALWAYS =
            CONFIG.withExtensions(Extensions.NONE.withMaskDropout(1).withGrey(1));
    private static final TrainingConfig SOMETIMES =
            CONFIG.withExtensions(Extensions.NONE.withMaskDropout(.4f).withGrey(.2f));
    private static final FloatNdArray GREY = each(IMAGES.shape(), PresentationTest::luminance);
    private static final FloatNdArray WHOLE = each(Shape.of(2, 32, 32, 1), at -> 1);

    private static double luminance(long... at) {
        double red = IMAGES.getFloat(at[0], at[1], at[2], 0);
        double green = IMAGES.getFloat(at[0], at[1], at[2], 1);
        double blue = IMAGES.getFloat(at[0], at[1], at[2], 2);
        return .299 * red + .587 * green + .114 * blue;
    }

    @Test
    void nothingIsAddedToTheGraphWithoutTheExtensions() {
        try (var test = new TestGraph()) {
            var inputs = TrainingGraph.Inputs.of(test.tf(), 32, 2);
            var shown = presented(test.tf(), inputs, CONFIG);
            assertSame(inputs.images(), shown.images());
            assertSame(inputs.masks(), shown.masks());
        }
    }

    private static Presentation presented(Ops tf, TrainingGraph.Inputs inputs, TrainingConfig config) {
        return Presentation.of(tf, inputs.images(), inputs.masks(), inputs.step(), config);
    }

    // With beta1 = 0 Adam's first moment is the slope that the step followed, so that every pass has a say in it.
    @Test
    void everyPassAndBothLossesSeeGreyImagesAndMasksOfOne() {
        var shown = slopes(ALWAYS, IMAGES, MASKS);
        var fed = slopes(CONFIG, GREY, WHOLE);
        assertEquals(fed.keySet(), shown.keySet());
        fed.forEach((name, slope) -> assertClose(slope, shown.get(name), 1e-4));
        var plain = slopes(CONFIG, IMAGES, MASKS);
        assertTrue(plain.keySet().stream().anyMatch(name -> apart(plain.get(name), shown.get(name)) > 1e-2));
    }

    private static double apart(FloatNdArray one, FloatNdArray other) {
        double[] largest = {0};
        each(one.shape(), at -> largest[0] = Math.max(largest[0], Math.abs(one.getFloat(at) - other.getFloat(at))));
        return largest[0];
    }

    /** First moments of both networks after a first step. */
    private static Map<String, FloatNdArray> slopes(TrainingConfig config, FloatNdArray images, FloatNdArray masks) {
        try (var tiny = new TinyTraining(config)) {
            tiny.restart();
            tiny.run(tiny.runner(images, masks), tiny.training().steps().all());
            var moments = tiny.test().values(tiny.training().networks().moments());
            moments.keySet().removeIf(name -> !name.endsWith("/m"));
            return moments;
        }
    }

    @Test
    void itIsAShareOfTheStepsThatFollowsFromTheSeed() {
        var steps = shown(SOMETIMES, 300);
        assertEquals(steps.subList(0, 30), shown(SOMETIMES, 30));
        assertNotEquals(steps.subList(0, 30), shown(SOMETIMES.withSeed(6), 30), "another seed");
        // Within four standard deviations.
        assertEquals(60, count(steps, Seen::grey), 28);
        assertEquals(120, count(steps, Seen::whole), 34);
        assertEquals(24, count(steps, each -> each.grey() && each.whole()), 19);
    }

    private static double count(List<Seen> steps, Predicate<Seen> kind) {
        return steps.stream().filter(kind).count();
    }

    @Test
    void microBatchesOfAStepAreShownAlike() {
        var steps = shown(SOMETIMES, 20);
        var parts = shown(SOMETIMES.withMicroBatch(1), 40);
        for (int step = 0; step < steps.size(); step++) {
            assertEquals(List.of(steps.get(step), steps.get(step)), parts.subList(2 * step, 2 * step + 2));
        }
    }

    /** How a step or a micro-batch shows its faces. */
    private record Seen(boolean grey, boolean whole) {}

    private static List<Seen> shown(TrainingConfig config, long last) {
        try (var test = new TestGraph()) {
            var tf = test.tf();
            var inputs = TrainingGraph.Inputs.of(tf, 32, config.microBatch());
            var shown = presented(tf, inputs, config);
            List<Seen> all = new ArrayList<>();
            try (var images = TFloat32.tensorOf(IMAGES.slice(Indices.sliceTo(config.microBatch())));
                    var masks = TFloat32.tensorOf(Shape.of(config.microBatch(), 32, 32, 1))) {
                LongStream.rangeClosed(1, last).forEach(number -> {
                    try (var step = TInt64.scalarOf(number);
                            var seen = test.runner()
                                    .feed(inputs.images(), images)
                                    .feed(inputs.masks(), masks)
                                    .feed(inputs.step(), step)
                                    .fetch(shown.images())
                                    .fetch(shown.masks())
                                    .run()) {
                        var image = (TFloat32) seen.get(0);
                        var mask = (TFloat32) seen.get(1);
                        all.add(new Seen(
                                image.getFloat(0, 5, 7, 0) == image.getFloat(0, 5, 7, 1),
                                mask.getFloat(0, 0, 0, 0) == 1));
                    }
                });
            }
            return all;
        }
    }

    @Test
    void kerasShowsTheSameStepsAlike() {
        var printed = Python.run(
                Duration.ofMinutes(5), Path.of("src/test/python/presentation.py"), SOMETIMES.seed(), .2, .4, 50);
        var keras = printed.lines()
                .map(line -> new Seen(line.startsWith("1"), line.endsWith("1")))
                .toList();
        assertEquals(shown(SOMETIMES, 50), keras);
    }

    @Test
    void aShareThatIsNoneIsRefused() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Extensions.NONE.withMaskDropout(1.5f));
        assertEquals(
                "the share of the batches with masks of 1 must be from 0 to 1 but is 1.5; try 0.2",
                failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Extensions.NONE.withGrey(Float.NaN));
        assertThrows(IllegalArgumentException.class, () -> Extensions.NONE.withGrey(-.1f));
    }

    @Test
    void extensionsOfRunsFromBeforeThemHaveNeither() {
        var before = "{\"r1Interval\": 1, \"augmentations\": [], \"targets\": \"ALL\", \"identityWeight\": 0.0}";
        assertEquals(Extensions.NONE, new Gson().fromJson(before, Extensions.class));
    }
}
