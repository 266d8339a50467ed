package reaging.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/serve.md do what they say. */
@Tag("slow")
class ServeDocumentationTest {
    @TempDir
    private Path folder;

    @Test
    void theExamplesWork() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "not run: no curl");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "not run: no python3");
        ImageIO.write(
                ImageIO.read(new ByteArrayInputStream(RunningService.scene())),
                "jpeg",
                folder.resolve("party.jpg").toFile());
        try (var running = new RunningService(Limits.USUAL, Access.local())) {
            run(running, "bash", "set -e\n" + block("sh"));
            run(running, "/usr/bin/python3", block("python"));
        }
        for (var name : List.of("party_70.jpg", "party_20.jpg")) {
            assertEquals(800, picture(name).getWidth(), name);
        }
        assertEquals(4 * 720, picture("strip.jpg").getWidth());
        assertTrue(Files.readString(folder.resolve("party.gif"), StandardCharsets.ISO_8859_1)
                .startsWith("GIF89a"));
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    /** The one block of a language. */
    private static String block(String language) throws IOException {
        var block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/serve.md")));
        assertTrue(block.find(), language);
        return block.group(1);
    }

    private void run(RunningService running, String program, String script) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("script"), script.replace(":8080", ":" + running.port()));
        var process = new ProcessBuilder(program, file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
