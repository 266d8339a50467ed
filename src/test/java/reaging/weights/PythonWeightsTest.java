package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.weights.Ramps.CONFIG;
import static reaging.weights.Ramps.STEP;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.Python;

/** Weights from a running Python, and weights to it. */
@Tag("slow")
class PythonWeightsTest {
    private static final Path SCRIPT = Path.of("src/test/python/weights.py");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    /** What {@code weights.py check} prints; the largest differences from what was written. */
    private record Checked(double checkpoint, int variables, long[] counts, double learningRate, double h5) {}

    @Test
    void allThatPythonWritesIsRead() throws IOException {
        Python.require();
        var written = Files.createDirectory(folder.resolve("python"));
        Python.run(LIMIT, SCRIPT, "write", written);
        var imports = new Imports(folder);
        imports.assertWholeState(written.resolve("checkpoint"));
        imports.assertThreeNetworks(written.resolve("h5"));
        for (var source : new String[] {"generator_only/weights", "module", "archive", "h5/generator.weights.h5"}) {
            imports.assertInferenceWeights(written.resolve(source), "generator");
        }
    }

    @Test
    void pythonRestoresAllOfAnExportedCheckpointAndLoadsExportedFiles() throws IOException {
        Python.require();
        var run = Ramps.run(folder.resolve("run"), CONFIG, STEP);
        CheckpointExporter.export(Ramps.checkpoint(run), CONFIG, folder.resolve("checkpoint"));
        KerasExporter.export(Ramps.checkpoint(run), CONFIG, folder.resolve("h5"));
        var checked = new Gson().fromJson(Python.run(LIMIT, SCRIPT, "check", folder), Checked.class);
        assertEquals(0, checked.checkpoint());
        assertEquals(Ramps.training(Ramps.MODEL).size(), checked.variables());
        assertArrayEquals(new long[] {STEP, STEP, STEP}, checked.counts());
        var schedule = CONFIG.training().schedule();
        assertEquals(schedule.learningRate(STEP * CONFIG.training().batch()), checked.learningRate(), 1e-9);
        assertEquals(0, checked.h5());
    }
}
