package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static reaging.weights.Ramps.CONFIG;
import static reaging.weights.Ramps.MODEL;
import static reaging.weights.Ramps.STEP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import reaging.data.FivePoints;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCard;

/** Weights from Python and from Java, in every form, bit by bit. */
class ImporterTest {
    @TempDir
    private static Path folder;

    private static Imports imports;

    @BeforeAll
    static void prepare() {
        Ramps.unpack(folder.resolve("python"));
        imports = new Imports(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "checkpoint/ckpt-1", "checkpoint/ckpt-1.index"})
    void checkpointOfPythonIsTakenWhole(String source) {
        imports.assertWholeState(folder.resolve("python").resolve(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generator_only/weights", "module", "archive", "h5/generator.weights.h5"})
    void inferenceWeightsOfPythonFillBothGenerators(String source) {
        imports.assertInferenceWeights(folder.resolve("python").resolve(source), "generator");
    }

    @Test
    void averagedGeneratorAloneFillsBothGenerators() throws IOException {
        var alone = Files.createDirectory(folder.resolve("averaged"));
        var file = "generator_ema.weights.h5";
        Files.copy(folder.resolve("python/h5").resolve(file), alone.resolve(file));
        imports.assertInferenceWeights(alone, "generator_ema");
    }

    @Test
    void kerasFilesOfPythonAreTakenTogether() {
        imports.assertThreeNetworks(folder.resolve("python/h5"));
    }

    @Test
    void exportedCheckpointComesBackWhole() throws IOException {
        var run = Ramps.run(folder.resolve("whole"), CONFIG, STEP);
        CheckpointExporter.export(Ramps.checkpoint(run), CONFIG, folder.resolve("exported"));
        imports.assertWholeState(folder.resolve("exported"));
    }

    @Test
    void exportedKerasFilesComeBack() throws IOException {
        var run = Ramps.run(folder.resolve("networks"), CONFIG, STEP);
        KerasExporter.export(Ramps.checkpoint(run), CONFIG, folder.resolve("files"));
        imports.assertThreeNetworks(folder.resolve("files"));
    }

    @Test
    void exportedSavedModelComesBack() throws IOException {
        var run = Ramps.run(folder.resolve("averages"), CONFIG, STEP);
        var card = new ModelCard("", CONFIG, STEP, 0, "", FivePoints.UTKFACE, "", Map.of(), Map.of());
        Exporter.export(Ramps.checkpoint(run), card, folder.resolve("savedmodel"));
        // The exported generator is the average.
        imports.assertInferenceWeights(folder.resolve("savedmodel"), "generator_ema");
    }

    @Test
    void sessionStyleSavedModelIsTakenByItsNames() throws IOException {
        var model = folder.resolve("session-style");
        Files.createDirectories(model.resolve("variables"));
        Ramps.save(model.resolve("variables/variables"), Ramps.generator(MODEL));
        var empty = SavedModel.newBuilder().addMetaGraphs(MetaGraphDef.getDefaultInstance());
        Files.write(model.resolve("saved_model.pb"), empty.build().toByteArray());
        imports.assertInferenceWeights(model, "generator");
    }

    @Test
    void nothingIsLeftBesideTheRun() {
        var run = imports.newRun();
        Importer.open(folder.resolve("python/generator_only/weights")).into(run.path(), CONFIG);
        assertFalse(Files.exists(run.path().resolveSibling(run.path().getFileName() + ".part")));
    }
}
