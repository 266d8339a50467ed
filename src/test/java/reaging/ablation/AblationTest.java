package reaging.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.ModelConfig;
import reaging.model.Part;
import reaging.run.Preset;
import reaging.run.RunConfig;

class AblationTest {
    private static final RunConfig WHOLE = new RunConfig(
            "synthetic",
            DataFormat.AUTO,
            Pruning.CONFIDENCE,
            ModelConfig.preset("tiny-32"),
            Preset.of("tiny-32").training());

    @Test
    void partsAreLeftOutOfTheModel() {
        var neither = Ablation.BACKGROUND.of(Ablation.MODULATOR.of(WHOLE));
        assertEquals(WHOLE.withModel(WHOLE.model().without(EnumSet.allOf(Part.class))), neither);
    }

    @Test
    void lossesWeighNothing() {
        var neither = Ablation.RECONSTRUCTION.of(Ablation.CYCLE.of(WHOLE)).training();
        assertEquals(0, neither.cycleWeight());
        assertEquals(0, neither.schedule().reconstructionWeight(0));
        assertEquals(
                0, neither.schedule().reconstructionWeight(neither.schedule().images()), "nor at the end");
    }
}
