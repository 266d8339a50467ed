package reaging.app.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.model.ModelConfig;
import reaging.savedmodel.ExportedModel;

/** The Jupyter notebook and the scripts that it is made of. */
@Tag("slow")
class NotebookTest {
    private static final Path NOTEBOOK = Path.of("notebooks/re_aging_gan_java.ipynb");

    @TempDir
    private Path home;

    private static JsonObject read(Path notebook) throws IOException {
        return JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
    }

    private static Stream<JsonObject> cells(JsonObject notebook) {
        return StreamSupport.stream(notebook.getAsJsonArray("cells").spliterator(), false)
                .map(cell -> cell.getAsJsonObject());
    }

    private static Stream<JsonObject> outputs(JsonObject notebook) {
        return cells(notebook)
                .filter(cell -> cell.has("outputs"))
                .flatMap(cell ->
                        StreamSupport.stream(cell.getAsJsonArray("outputs").spliterator(), false))
                .map(output -> output.getAsJsonObject());
    }

    private static String source(JsonObject cell) {
        var source = cell.get("source");
        return source.isJsonArray() ? joined(source.getAsJsonArray()) : source.getAsString();
    }

    private static String joined(JsonArray lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }

    private static long pictures(JsonObject notebook) {
        return outputs(notebook)
                .filter(output ->
                        output.has("data") && output.getAsJsonObject("data").has("image/png"))
                .count();
    }

    @Test
    void notebookIsTheScripts() throws IOException {
        List<String> code = new ArrayList<>();
        try (var files = Files.list(Path.of("notebooks"))) {
            for (var script : files.filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .toList()) {
                Files.readString(script)
                        .lines()
                        .filter(line -> !line.startsWith("//") && !line.isBlank())
                        .forEach(code::add);
            }
        }
        var inNotebook = cells(read(NOTEBOOK))
                .filter(cell -> cell.get("cell_type").getAsString().equals("code"))
                .skip(1) // where pictures go
                .flatMap(cell -> source(cell).lines())
                .filter(line -> !line.isBlank())
                .toList();
        assertEquals(code, inNotebook, "run notebooks/scripts_to_notebook.py and then the notebook");
    }

    private static List<String> chapters(Path notebook) throws IOException {
        return cells(read(notebook))
                .filter(cell -> cell.get("cell_type").getAsString().equals("markdown"))
                .map(cell -> source(cell).lines().findFirst().orElse(""))
                .filter(line -> line.startsWith("## "))
                .toList();
    }

    @Test
    void chaptersAreThoseOfTheKerasNotebookAndTwoMore() throws IOException {
        List<String> expected = new ArrayList<>(chapters(Path.of("notebooks/re_aging_gan_keras.ipynb")));
        expected.addAll(List.of("## Java and Python", "## What the modulator learned"));
        assertEquals(expected, chapters(NOTEBOOK));
    }

    @Test
    void storedOutputsHavePicturesAndNoErrors() throws IOException {
        var notebook = read(NOTEBOOK);
        assertTrue(pictures(notebook) >= 12, "pictures: " + pictures(notebook));
        assertEquals(
                0,
                outputs(notebook)
                        .filter(output ->
                                output.get("output_type").getAsString().equals("error"))
                        .count());
    }

    @Test
    void notebookRunsInJupyter() throws IOException, InterruptedException {
        var environment = Path.of(".venv").toAbsolutePath();
        assumeTrue(
                Files.isExecutable(environment.resolve("bin/jupyter-execute")),
                "not run: .venv has no nbclient; see notebooks/requirements.txt");
        // Jupyter and Python are found on the path.
        var path = environment.resolve("bin") + File.pathSeparator + System.getenv("PATH");
        var model = ExportedModel.in(home, ModelConfig.preset("tiny-32").withAttention(true), 3);
        Files.createDirectories(home.resolve("savedmodels"));
        Files.move(model, home.resolve("savedmodels/synthetic-tiny"));
        Files.copy(Path.of("pom.xml"), home.resolve("pom.xml"));
        var folder = Files.createDirectories(home.resolve("notebooks"));
        var copy = Files.copy(NOTEBOOK, folder.resolve("copy.ipynb"));

        var outcome = ShellProcess.run(home, folder, Map.of("PATH", path), "notebook", "--execute", copy.toString());
        assertEquals(0, outcome.code(), outcome.output());
        assertEquals(pictures(read(NOTEBOOK)), pictures(read(copy)), outcome.output());
    }
}
