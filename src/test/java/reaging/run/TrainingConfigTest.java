package reaging.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.model.ModelConfig;
import reaging.model.Upsampling;

class TrainingConfigTest {
    @Test
    void thePapersSettingsAreThePapers() {
        var paper = TrainingConfig.PAPER;
        assertEquals(8, paper.batch());
        assertEquals(new AdamSettings(0, 0.99f, 1e-8f), paper.adam());
        assertEquals(1, paper.r1Weight());
        assertEquals(1, paper.cycleWeight());
        assertEquals(30, paper.schedule().epoch(paper.schedule().images()), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1025"})
    void aBatchOutOfRangeIsRefused(int batch) {
        assertRefused("batch must be from 1 to 1024 but is " + batch + "; try 8", batch, 1, 1, 100);
    }

    @ParameterizedTest
    @CsvSource({"3", "-2", "16"})
    void aMicroBatchThatDoesNotDivideTheBatchIsRefused(int microBatch) {
        var failure =
                assertThrows(IllegalArgumentException.class, () -> TrainingConfig.QUICK.withMicroBatch(microBatch));
        assertEquals("microBatch must divide the batch of 8 but is " + microBatch + "; try 4", failure.getMessage());
    }

    @Test
    void aMicroBatchIsTheWholeBatchUnlessItIsSaidOtherwise() {
        assertEquals(8, TrainingConfig.QUICK.microBatch());
        assertEquals(6, TrainingConfig.QUICK.withBatch(6).microBatch());
        assertEquals(2, TrainingConfig.QUICK.withMicroBatch(4).microBatches());
        assertEquals(4, TrainingConfig.QUICK.withMicroBatch(4).withBatch(12).microBatch());
    }

    @Test
    void negativeWeightsAreRefused() {
        assertRefused("loss weights must be at least 0 but are -1.0 and 1.0; try 1", 8, -1, 1, 100);
        assertRefused("loss weights must be at least 0 but are 1.0 and -2.0; try 1", 8, 1, -2, 100);
        assertRefused("loss weights must be at least 0 but are NaN and 1.0; try 1", 8, Float.NaN, 1, 100);
    }

    @Test
    void snapshotsNeedImagesInBetween() {
        assertRefused("a snapshot must come after at least one image but comes after 0; try 5000", 8, 1, 1, 0);
    }

    private static void assertRefused(String message, int batch, float r1Weight, float cycleWeight, long snapshot) {
        var paper = TrainingConfig.PAPER;
        var failure = assertThrows(IllegalArgumentException.class, () -> paper.withBatch(batch)
                .withR1Weight(r1Weight)
                .withCycleWeight(cycleWeight)
                .withSnapshotImages(snapshot));
        assertEquals(message, failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 1", "9, 2", "16, 2", "40000, 5000"})
    void theLastStepMayGoPastTheRunsLength(long images, long steps) {
        var paper = TrainingConfig.PAPER;
        var config = paper.withSchedule(paper.schedule().ofImages(images));
        assertEquals(steps, config.steps());
    }

    @Test
    void aLongAverageForgetsAtTheSameRateFromTheFirstStepOn() {
        var paper = TrainingConfig.PAPER; // batches of 8
        assertEquals(paper.schedule().averageDecay(5), paper.averageDecay(5));
        var averaging = paper.withExtensions(Extensions.NONE.withAveraging(80));
        assertEquals(.904837f, averaging.averageDecay(1), 1e-6f);
        assertEquals(1 / Math.E, Math.pow(averaging.averageDecay(1000), 10), 1e-6);
        assertEquals(
                "the averaged generator must average over at least 0 images but the number is -1; try 10000",
                assertThrows(IllegalArgumentException.class, () -> Extensions.NONE.withAveraging(-1))
                        .getMessage());
    }

    @Test
    void tinyAndSmallPresetsHaveSettingsOfTheirOwnAndTheOthersThePapers() {
        assertSame(TrainingConfig.QUICK_WITH_ATTENTION, Preset.of("tiny-32").training());
        assertSame(TrainingConfig.QUICK, Preset.plain("tiny-32").training());
        assertSame(TrainingConfig.SMALL, Preset.of("small-64").training());
        assertSame(TrainingConfig.SMALL, Preset.of("small-128").training());
        assertSame(TrainingConfig.PAPER, Preset.of("light-128").training());
        assertSame(TrainingConfig.PAPER, Preset.of("canonical-256").training());
        for (var name : ModelConfig.presetNames()) {
            assertSame(Preset.of(name), Preset.of(name), "each preset is listed: " + name);
            var upsampling = name.startsWith("tiny") ? Upsampling.BILINEAR : Upsampling.NEAREST;
            var plain = ModelConfig.preset(name).withUpsampling(upsampling);
            assertEquals(plain, Preset.plain(name).model());
            assertEquals(
                    plain.withAttention(name.startsWith("tiny")),
                    Preset.of(name).model());
        }
    }
}
