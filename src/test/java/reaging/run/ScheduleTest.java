package reaging.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Schedule PAPER = TrainingConfig.PAPER.schedule();

    @ParameterizedTest
    @CsvSource({"0, 1e-4", "689999, 1e-4", "690000, 5e-5", "1379999, 5e-5", "1380000, 2.5e-5", "2070000, 2.5e-5"})
    void theLearningRateHalvesAtEpochsTenAndTwenty(long seen, float expected) {
        assertEquals(expected, PAPER.learningRate(seen), 1e-10f);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "689999, 10", "690000, 1", "2070000, 1"})
    void theReconstructionWeightIsTenInEpochsZeroToNineAndThenOne(long seen, float expected) {
        assertEquals(expected, PAPER.reconstructionWeight(seen));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.0909091", "10, 0.5", "90, 0.9", "9990, 0.999", "1000000, 0.999"})
    void theAveragesDecayRisesToItsLimit(long step, float expected) {
        assertEquals(expected, PAPER.averageDecay(step), 1e-6f);
    }

    @Test
    void aRunInImagesCountsAsThirtyEpochs() {
        var schedule = PAPER.ofImages(3000);
        assertEquals(3000, schedule.images());
        assertEquals(2.5, schedule.epoch(250), 1e-12);
        assertEquals(10, schedule.reconstructionWeight(999));
        assertEquals(1, schedule.reconstructionWeight(1000));
        assertEquals(2.5e-5f, schedule.learningRate(2000), 1e-10f);
    }

    @Test
    void aRunInEpochsCountsPassesOverTheData() {
        var schedule = PAPER.ofEpochs(12, 200);
        assertEquals(2400, schedule.images());
        assertEquals(1.5, schedule.epoch(300), 1e-12);
        assertEquals(5e-5f, schedule.learningRate(2000), 1e-10f);
    }

    @Test
    void anotherLearningRateChangesNothingElse() {
        var schedule = PAPER.withLearningRate(0.01f);
        assertEquals(0.005f, schedule.learningRate(690_000), 1e-9f);
        assertEquals(PAPER, schedule.withLearningRate(PAPER.learningRate()));
    }

    @Test
    void theReconstructionWeightIsHeldToTheEndForThirtyEpochs() {
        var schedule = PAPER.ofImages(3000).withReconstructionEpochs(30);
        assertEquals(10, schedule.reconstructionWeight(2999));
        assertEquals(PAPER, PAPER.withReconstructionEpochs(10));
    }

    @Test
    void aNegativeNumberOfReconstructionEpochsIsRefused() {
        var failure = assertThrows(IllegalArgumentException.class, () -> PAPER.withReconstructionEpochs(-1));
        assertEquals(
                "the reconstruction weight must be held for at least 0 epochs but is held for -1; try 30",
                failure.getMessage());
    }

    @Test
    void aRunWithoutImagesIsRefused() {
        var failure = assertThrows(IllegalArgumentException.class, () -> PAPER.ofImages(0));
        assertEquals("a run must have at least one image but has 0; try 40 kimg", failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> PAPER.ofEpochs(3, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "1, 1.0", "-0.1, -0.1", "NaN, NaN"})
    void aLearningRateOutOfRangeIsRefused(float rate, String shown) {
        var failure = assertThrows(IllegalArgumentException.class, () -> PAPER.withLearningRate(rate));
        assertEquals(
                "the learning rate must be above 0 and below 1 but is " + shown + "; try 0.0001", failure.getMessage());
    }
}
