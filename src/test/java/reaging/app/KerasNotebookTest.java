package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.Python;
import reaging.savedmodel.ReAger;

@Tag("slow")
class KerasNotebookTest {
    private static final Path NOTEBOOK = Path.of("notebooks/re_aging_gan_keras.ipynb");

    @TempDir
    private Path folder;

    @Test
    void chaptersAreThoseOfThePaper() throws IOException {
        List<String> chapters = new ArrayList<>();
        var notebook = JsonParser.parseString(Files.readString(NOTEBOOK)).getAsJsonObject();
        for (var cell : notebook.getAsJsonArray("cells")) {
            for (var line : cell.getAsJsonObject().getAsJsonArray("source")) {
                if (line.getAsString().startsWith("## ")) {
                    chapters.add(line.getAsString().substring(3).strip());
                }
            }
        }
        assertEquals(
                "Overview, Identity Encoder, Age Modulator, Decoder, Discriminator, Optimization, Experimental Setup,"
                        + " Expected Output",
                String.join(", ", chapters));
    }

    @Test
    void runsFromTopToBottomAndJavaLoadsItsModel() {
        Python.require();
        var faces = folder.resolve("faces");
        assertEquals(
                0,
                Ragan.execute("data", "synthesize", "-n", "24", "--size", "32", "--seed", "2", "-o", faces.toString()));
        Python.run(
                Duration.ofMinutes(6),
                Path.of("src/test/python/run_notebook.py"),
                NOTEBOOK,
                folder.resolve("executed.ipynb"),
                "RAGAN_DATA=" + faces,
                "RAGAN_PRESET=tiny-32",
                "RAGAN_STEPS=3",
                "RAGAN_OUTPUT=" + folder);
        assertTrue(Files.exists(folder.resolve("checkpoints/checkpoint")));
        try (var reAger = ReAger.load(folder.resolve("savedmodel"))) {
            assertEquals(32, reAger.imageSize());
            assertEquals(3, reAger.card().orElseThrow().step());
        }
    }
}
