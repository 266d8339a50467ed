package reaging.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reaging.pictures.Pictures;

/** The page in headless Chromium; {@code src/test/browser/page.mjs} has what is done there. */
@Tag("slow")
class PageTest {
    private static final Path SCRIPTS = Path.of("src/test/browser");

    /** Stays after the test, with screenshots. */
    private static final Path FOLDER = Path.of("target/browser");

    @Test
    void thePageWorksInABrowser() throws IOException, InterruptedException {
        var node = program("node");
        var chromium = program("chromium", "chromium-browser", "google-chrome");
        assumeTrue(node.isPresent() && chromium.isPresent(), "not run: no node or no chromium on the path");
        assumeTrue(
                Files.isDirectory(SCRIPTS.resolve("node_modules/playwright-core")),
                "not run: no playwright-core; get it with: npm ci --prefix src/test/browser");
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("scene.png"), RunningService.scene());
        Files.write(FOLDER.resolve("wall.png"), Pictures.png(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB)));
        Files.write(FOLDER.resolve("large.png"), new byte[2_500_000]);
        Files.writeString(FOLDER.resolve("text.png"), "no picture");
        var guarded = new Access("127.0.0.1", Set.of(), "secret", List.of());
        try (var open = new RunningService(Limits.USUAL.withUploads(2_000_000, 1_000_000), Access.local());
                var closed = new RunningService(Limits.USUAL, guarded)) {
            var process = new ProcessBuilder(
                            node.get(),
                            SCRIPTS.resolve("page.mjs").toString(),
                            chromium.get(),
                            "http://localhost:" + open.port() + "/",
                            "http://localhost:" + closed.port() + "/#token=secret",
                            FOLDER.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(FOLDER.resolve("page.txt"), said);
            assertEquals(0, process.waitFor(), said);
        }
    }

    private static Optional<String> program(String... names) {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
