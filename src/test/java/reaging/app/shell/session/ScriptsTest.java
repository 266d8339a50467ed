package reaging.app.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.model.ModelConfig;
import reaging.savedmodel.ExportedModel;

/** Scripts in JShell, each in a process of its own. */
@Tag("slow")
class ScriptsTest {
    @TempDir
    private static Path home;

    @BeforeAll
    static void export() throws IOException {
        var model = ExportedModel.in(home, ModelConfig.preset("tiny-32").withAttention(true), 3);
        Files.createDirectories(home.resolve("savedmodels"));
        Files.move(model, home.resolve("savedmodels/synthetic-tiny"));
    }

    private static Path script(String text) throws IOException {
        return Files.writeString(Files.createTempFile(home, "script", ".jsh"), text);
    }

    private static ShellProcess run(Path folder, Path script) throws IOException, InterruptedException {
        return ShellProcess.run(home, folder, Map.of(), "shell", script.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "01-look-inside, 7, 'float32 [16, 16, 16]'",
        "02-train, 3, 'trainer of tiny-32, step 40'",
        "03-java-and-python, 0, Python",
        "04-what-the-modulator-learned, 2, '180 vectors of 64 numbers'"
    })
    void notebookRunsWithoutATerminal(String name, int pictures, String expected, @TempDir Path folder)
            throws IOException, InterruptedException {
        var outcome = run(folder, Path.of("notebooks", name + ".jsh").toAbsolutePath());
        assertEquals(0, outcome.code(), outcome.output());
        assertTrue(outcome.output().contains(expected), outcome.output());
        var files = outcome.output()
                .lines()
                .filter(line -> line.startsWith("runs/shell/"))
                .toList();
        assertTrue(files.size() >= pictures, outcome.output());
        for (var file : files) {
            assertTrue(ImageIO.read(folder.resolve(file).toFile()).getWidth() >= 128, file);
        }
    }

    @Test
    void mistakeEndsTheScriptWithItsLineAndNoStackTrace(@TempDir Path folder) throws IOException, InterruptedException {
        var script = script(
                "// A comment.\nSystem.out.println(\"first\");\n\n/* Another. */\nphoto(\"nobody.jpg\");\nshow(person(1));");
        var outcome = run(folder, script);
        assertEquals(1, outcome.code(), outcome.output());
        assertEquals(
                "first\n" + script + ":5: a picture must be a file but nobody.jpg does not exist\n", outcome.output());
    }

    @Test
    void whatIsNotJavaEndsTheScriptToo(@TempDir Path folder) throws IOException, InterruptedException {
        var outcome = run(folder, script("int x = \"text\";"));
        assertEquals(1, outcome.code(), outcome.output());
        assertTrue(outcome.output().contains(":1: incompatible types"), outcome.output());
    }

    @Test
    void exitEndsTheScriptWithItsCode(@TempDir Path folder) throws IOException, InterruptedException {
        var outcome = run(folder, script("int code = 3;\nSystem.out.println(\"before\");\n/exit code + 1\nshow(1);"));
        assertEquals(4, outcome.code(), outcome.output());
        assertEquals("before\n", outcome.output());
    }

    @Test
    void chainsOfCallsRunOverSeveralLinesAndTheirMistakesHaveTheRightOne(@TempDir Path folder)
            throws IOException, InterruptedException {
        var script = script("""
                var text = new StringBuilder()
                        .append("one ")
                        // A comment in the middle.
                        .append("chain");

                System.out.println(text);
                var first = List.of(1, 2)
                        .stream()
                        .map(number -> number / 0)
                        .toList();
                """);
        var outcome = run(folder, script);
        assertEquals(1, outcome.code(), outcome.output());
        assertEquals("one chain\n" + script + ":9: java.lang.ArithmeticException: / by zero\n", outcome.output());
    }

    /** JShell's own escapes too: a line editor in front of a file or of a terminal that knows none. */
    @Test
    void shellWritesNoEscapesIntoAFile(@TempDir Path folder) throws IOException, InterruptedException {
        for (var type : List.of("xterm-256color", "dumb")) {
            var outcome = ShellProcess.run(home, folder, Map.of("TERM", type), "shell");
            assertEquals(0, outcome.code(), outcome.output());
            assertFalse(outcome.output().contains("\u001b"), outcome.output());
        }
    }

    @Test
    void whatIsOpenIsListedAndClosedAtTheEnd(@TempDir Path folder) throws IOException, InterruptedException {
        var outcome = run(
                folder,
                script(
                        "var t = trainer(\"synthetic\", \"tiny-32\");\nt.step(1);\nvar m = t.model();\nfree(t);\nfree();\n"
                                + "System.out.println(\"at \" + m.folder().getParent());"));
        assertEquals(0, outcome.code(), outcome.output());
        assertTrue(outcome.output().contains("tiny-32 model, 0.0 kimg"), outcome.output());
        assertTrue(outcome.output().contains("2 open;"), outcome.output());
        var temporary = outcome.output()
                .lines()
                .filter(line -> line.startsWith("at "))
                .findFirst()
                .orElseThrow();
        assertFalse(Files.exists(Path.of(temporary.substring(3))), "closed by the end of the process");
    }
}
