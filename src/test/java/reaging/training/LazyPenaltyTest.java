package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.Tensors.assertClose;
import static reaging.Tensors.each;
import static reaging.training.TinyTraining.CONFIG;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.FloatNdArray;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;
import reaging.run.Extensions;
import reaging.run.TrainingConfig;

@Tag("slow")
class LazyPenaltyTest {
    private static final int INTERVAL = 4;
    private static final TrainingConfig LAZY = CONFIG.withExtensions(Extensions.NONE.withR1Interval(INTERVAL));

    // With beta1 = 0 Adam's first moment is the slope that the last run followed.
    @Test
    void itsSlopeIsThatOfAsManyPenaltiesAsStepsHaveNone() {
        var with = slopes(CONFIG, 0);
        var without = slopes(CONFIG.withR1Weight(0), 0);
        var penalty = slopes(LAZY, 0);
        assertEquals(with.keySet(), penalty.keySet());
        penalty.forEach((name, slope) -> assertClose(
                each(
                        slope.shape(),
                        at -> INTERVAL
                                * (with.get(name).getFloat(at)
                                        - without.get(name).getFloat(at))),
                slope,
                1e-3));
        assertTrue(penalty.values().stream()
                .anyMatch(slope -> Math.abs(slope.streamOfObjects().findFirst().orElseThrow()) > 1e-3));
    }

    @Test
    void theStepsBetweenHaveNone() {
        var without = slopes(CONFIG.withR1Weight(0), 0);
        slopes(LAZY, 1).forEach((name, slope) -> assertClose(without.get(name), slope, 1e-5));
    }

    /** The discriminator's first moments after a run of the first step. */
    private static Map<String, FloatNdArray> slopes(TrainingConfig config, int run) {
        try (var tiny = new TinyTraining(config)) {
            tiny.restart();
            tiny.run(tiny.runner(0), tiny.training().steps().runs().get(run).op());
            var moments = tiny.test().values(tiny.training().networks().moments());
            moments.keySet().removeIf(name -> !name.startsWith("adam/discriminator/") || !name.endsWith("/m"));
            return moments;
        }
    }

    @Test
    void itIsDueInTheFirstStepAndAfterEveryInterval() {
        try (var tiny = new TinyTraining(LAZY)) {
            var runs = tiny.training().steps().runs();
            assertEquals(List.of(true, false, false, false, true), due(runs.get(0)));
            assertEquals(List.of(true, true, true, true, true), due(runs.get(1)));
        }
    }

    private static List<Boolean> due(TrainingGraph.Run run) {
        return List.of(0, 1, 2, 3, 4).stream().map(run::due).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stepsWithoutItReportTheLastOne(int microBatch) {
        var faces = new SyntheticFaceSet(new SyntheticFaces(10, 3, 32));
        var config = TinyTraining.run(LAZY.withMicroBatch(microBatch));
        try (var training = new StepwiseTraining(config, faces, faces, notice -> {})) {
            List<Double> reported = new ArrayList<>();
            for (int step = 0; step <= INTERVAL; step++) {
                reported.add(training.step().r1());
            }
            assertTrue(reported.get(0) > 0);
            assertEquals(Collections.nCopies(INTERVAL, reported.get(0)), reported.subList(0, INTERVAL));
            assertNotEquals(reported.get(0), reported.get(INTERVAL));
        }
    }
}
