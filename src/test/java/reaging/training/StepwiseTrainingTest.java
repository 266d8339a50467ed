package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;
import reaging.run.LossScale;
import reaging.run.Metrics;
import reaging.run.RunConfig;
import reaging.run.TrainingConfig;
import reaging.runtime.Computing;
import reaging.runtime.Precision;

@Tag("slow")
class StepwiseTrainingTest {
    private static final RunConfig CONFIG = TinyTraining.run(TrainingConfig.QUICK.withBatch(2));

    @TempDir
    private Path folder;

    private static List<Metrics> losses(StepwiseTraining training, int steps) {
        List<Metrics> losses = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            losses.add(training.step());
        }
        return losses;
    }

    private static StepwiseTraining begin() {
        var faces = new SyntheticFaceSet(new SyntheticFaces(10, 3, 32));
        return new StepwiseTraining(CONFIG, faces, faces, notice -> {});
    }

    @Test
    void stepsOfOneSeedAreAlikeAndCounted() {
        try (var one = begin();
                var other = begin()) {
            var first = losses(one, 3);
            var second = losses(other, 3);
            assertEquals(first.get(0).real(), second.get(0).real(), 1e-5);
            assertEquals(first.get(2).reconstruction(), second.get(2).reconstruction(), 1e-3);
            assertTrue(first.get(0).reconstruction() != first.get(2).reconstruction(), "something is learned");
            assertEquals(3, one.state().step());
            assertEquals(6, one.state().images());
        }
    }

    @Test
    void samplesShowHeldOutFacesAtTenAgesAndACheckpointHoldsTheStep() throws IOException {
        try (var training = begin()) {
            training.step();
            assertEquals(11 * 128, training.samples().getWidth());
            var checkpoint = training.save(folder.resolve("checkpoints"));
            assertEquals(1, checkpoint.state().step());
            assertTrue(Files.exists(Path.of(checkpoint.variables() + ".index")));
        }
    }

    @Test
    void lossesInFloat16AreScaledFromTheFirstStep() {
        var float16 =
                CONFIG.withTraining(CONFIG.training().withComputing(Computing.USUAL.withPrecision(Precision.FLOAT16)));
        var faces = new SyntheticFaceSet(new SyntheticFaces(10, 3, 32));
        try (var training = new StepwiseTraining(float16, faces, faces, notice -> {})) {
            assertEquals(LossScale.INITIAL, training.state().lossScale());
            training.step();
            assertEquals(LossScale.INITIAL.after(false), training.state().lossScale());
        }
    }
}
