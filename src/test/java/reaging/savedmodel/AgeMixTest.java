package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.types.TFloat32;
import reaging.Tensors;
import reaging.data.AgeGroup;
import reaging.model.AgeMix;
import reaging.model.ModelConfig;

@Tag("slow")
class AgeMixTest {
    private static final ModelConfig MODEL = ModelConfig.preset("tiny-32");

    @TempDir
    private Path folder;

    @Test
    void aTargetThatTakesAShareIsWhatAnAgeBetweenTheCentresWas() throws IOException {
        var mix = AgeMix.NONE.with(4, -0.44).with(8, 0.25);
        var plain = ExportedModel.in(folder, MODEL, 3);
        var mixed = ExportedModel.in(folder, MODEL, 3, mix);
        assertEquals(mix, ModelCard.read(mixed).orElseThrow().ages());
        assertEquals(AgeMix.NONE, ModelCard.read(plain).orElseThrow().ages());
        double[] centres = AgeGroup.centres();
        try (var before = ReAger.load(plain);
                var after = ReAger.load(mixed);
                var faces = TFloat32.tensorOf(Tensors.random(1, 4, 32, 32, 3));
                var shown = years(centres[3], centres[4], centres[8], centres[9]);
                var was = years(
                        centres[3],
                        0.56 * centres[4] + 0.44 * centres[3],
                        0.75 * centres[8] + 0.25 * centres[9],
                        centres[9]);
                var expected = before.reAge(faces, was);
                var result = after.reAge(faces, shown)) {
            Tensors.assertClose((TFloat32) expected.get(0), (TFloat32) result.get(0), 1e-5);
        }
    }

    private static TFloat32 years(double... ages) {
        float[] years = new float[ages.length];
        for (int i = 0; i < years.length; i++) {
            years[i] = (float) ages[i];
        }
        return TFloat32.vectorOf(years);
    }

    @Test
    void sharesAreOfNeighboursThatExist() {
        assertThrows(IllegalArgumentException.class, () -> AgeMix.NONE.with(0, -0.1));
        assertThrows(IllegalArgumentException.class, () -> AgeMix.NONE.with(9, 0.1));
        assertThrows(IllegalArgumentException.class, () -> AgeMix.NONE.with(5, 1.1));
        assertThrows(IllegalArgumentException.class, () -> AgeMix.NONE.with(5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new AgeMix(List.of(0.0)));
    }
}
