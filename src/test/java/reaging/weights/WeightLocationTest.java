package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.FivePoints;
import reaging.model.Upsampling;
import reaging.run.RunFolder;
import reaging.savedmodel.ModelCard;

/** How the decoder doubles that weights are of, by what lies beside them. */
class WeightLocationTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private void card() throws IOException {
        var config = Ramps.CONFIG.withModel(Ramps.MODEL.withUpsampling(Upsampling.BILINEAR));
        new ModelCard("", config, 0, 0, "", FivePoints.UTKFACE, "", Map.of(), Map.of()).write(folder);
    }

    private Optional<Upsampling> upsampling(String name) {
        return WeightLocation.of(folder.resolve(name)).upsampling();
    }

    @Test
    void theCardOfAModelSaysIt() throws IOException {
        file("saved_model.pb");
        file("variables/variables.index");
        card();
        assertEquals(Optional.of(Upsampling.BILINEAR), upsampling(""));
        assertEquals(Optional.of(Upsampling.BILINEAR), upsampling("variables/variables"));
    }

    @Test
    void theCardBesideExportedWeightsSaysIt() throws IOException {
        file("generator.weights.h5");
        file("ckpt-1.index");
        card();
        assertEquals(Optional.of(Upsampling.BILINEAR), upsampling(""));
        assertEquals(Optional.of(Upsampling.BILINEAR), upsampling("ckpt-1"));
    }

    @Test
    void aRunSaysItOfItsCheckpoints() throws IOException {
        var model = Ramps.MODEL.withUpsampling(Upsampling.BILINEAR);
        var run = RunFolder.create(folder.resolve("run"), Ramps.CONFIG.withModel(model));
        file("run/checkpoints/step-00000001/variables.index");
        assertEquals(Optional.of(Upsampling.BILINEAR), upsampling("run/checkpoints/step-00000001"));
        assertEquals(
                Optional.of(Upsampling.BILINEAR), WeightLocation.of(run.path()).upsampling());
    }

    @Test
    void nothingSaysItOfWeightsAlone() throws IOException {
        file("ckpt-1.index");
        assertEquals(Optional.empty(), upsampling("ckpt-1"));
    }
}
