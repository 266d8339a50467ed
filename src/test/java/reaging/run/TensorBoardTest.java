package reaging.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.types.TFloat32;

/** Event files as TensorBoard's own reader sees them; needs a Python with TensorBoard in {@code .venv}. */
@Tag("slow")
class TensorBoardTest {
    private static final Path PYTHON = Path.of(".venv", "bin", "python");

    private static final String READER = """
            import sys
            from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
            events = EventAccumulator(sys.argv[1])
            events.Reload()
            for name in events.Tags()["scalars"]:
                print(name, [(e.step, e.value) for e in events.Scalars(name)])
            for name in events.Tags()["images"]:
                print(name, [(e.step, e.width, e.height) for e in events.Images(name)])
            for name in events.Tags()["histograms"]:
                print(name, [(e.step, e.histogram_value.num) for e in events.Histograms(name)])
            """;

    @TempDir
    private Path folder;

    @Test
    void stockReaderListsScalarsImagesAndHistograms() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(PYTHON), "no Python in .venv");
        try (var board = new TensorBoard(folder)) {
            board.scalar("generator/cycle", 3, 0.5);
            board.scalar("generator/cycle", 7, 0.25);
            board.image("samples", 7, new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB));
            try (var values = TFloat32.vectorOf(1, 2, 3)) {
                board.histogram("decoder/kernel", 7, values);
            }
        }
        var process = new ProcessBuilder(PYTHON.toString(), "-c", READER, folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals("""
                generator/cycle [(3, 0.5), (7, 0.25)]
                samples/image/0 [(7, 20, 10)]
                decoder/kernel [(7, 3.0)]
                """, printed);
    }

    @Test
    void goingOnBeginsAnEventFileOfItsOwn() throws IOException {
        new TensorBoard(folder).close();
        assertEquals(1, eventFiles());
        new TensorBoard(folder).close();
        assertTrue(eventFiles() >= 1);
    }

    private long eventFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(".tfevents."))
                    .count();
        }
    }
}
