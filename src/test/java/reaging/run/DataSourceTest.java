package reaging.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.ModelConfig;

class DataSourceTest {
    @TempDir
    private Path folder;

    private RunFolder run(DataSource source) {
        return RunFolder.create(
                folder,
                "faces",
                new RunConfig(
                        source,
                        DataFormat.AUTO,
                        Pruning.CONFIDENCE,
                        ModelConfig.preset("tiny-32"),
                        TrainingConfig.QUICK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"synthetic", "data/utkface", "faces/../faces/", "~/Ute's faces"})
    void aRunSaysItsDataByNameAndReadsThemAgain(String name) throws IOException {
        var source = DataSource.of(name);
        var run = run(source);

        var quoted = name.replace("'", "\\u0027"); // as Gson writes it
        assertTrue(Files.readString(run.config()).startsWith("{\n  \"data\": \"" + quoted + "\",\n"));
        assertEquals(source, run.readConfig().data());
        assertEquals(name, source.name());
    }

    @Test
    void onlyTheWordItselfMeansDrawnFaces() {
        assertTrue(DataSource.of("synthetic").isSynthetic());
        assertFalse(DataSource.of("./synthetic").isSynthetic());
        assertEquals(new DataSource.Folder("Synthetic"), DataSource.of("Synthetic"));
    }

    @Test
    void aRunWithoutDataIsRefused() throws IOException {
        var run = run(new DataSource.Synthetic());
        Files.writeString(run.config(), Files.readString(run.config()).replace("\"synthetic\"", "null"));

        var error = assertThrows(IllegalArgumentException.class, run::readConfig);
        assertTrue(error.getMessage().contains("it lacks data"), error.getMessage());
    }
}
