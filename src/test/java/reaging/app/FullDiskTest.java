package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static reaging.app.Outcome.ragan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.data.synthetic.SyntheticFaces;
import reaging.files.FileTree;
import reaging.model.ModelConfig;
import reaging.run.Checkpoints;
import reaging.run.Preset;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.training.RunVariables;

/** What commands do on a disk that is too small; skipped where none can be mounted. */
@Tag("slow")
class FullDiskTest {
    @TempDir
    private static Path folder;

    private static Path disk;
    private static RunFolder run;

    @BeforeAll
    static void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                SystemCommand.succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
                "only the superuser may");
        var config = new RunConfig(
                "synthetic",
                DataFormat.AUTO,
                Pruning.CONFIDENCE,
                ModelConfig.preset("tiny-32"),
                Preset.of("tiny-32").training());
        run = RunFolder.create(folder.resolve("run"), config);
        try (var variables = RunVariables.ofNewRun(config)) {
            variables.save(run, new Checkpoints.State(0, 0, 0));
        }
    }

    @AfterAll
    static void unmount() throws InterruptedException {
        // At once, though a library may hold a file that it failed to write.
        SystemCommand.succeeds("umount", "--lazy", disk.toString());
    }

    private static List<Path> left() throws IOException {
        try (var files = Files.walk(disk)) {
            return files.filter(file -> !file.equals(disk)).toList();
        }
    }

    private static void assertSaysSoInOneLine(Path target, Outcome outcome) {
        assertEquals(1, outcome.code(), outcome.err());
        assertEquals(
                "ragan: cannot write " + target + ": No space left on device",
                outcome.err().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format savedmodel", "--discriminator", "--format keras-h5", "--format checkpoint"})
    void anExportLeavesNothing(String options) throws IOException {
        var target = disk.resolve("model");
        var words = Stream.concat(
                Stream.of("export", run.path().toString(), "-o", target.toString()), Stream.of(options.split(" ")));
        assertSaysSoInOneLine(target, ragan(words.toArray(String[]::new)));
        assertEquals(List.of(), left());
    }

    @Test
    void syntheticFacesLeaveNothing() throws IOException {
        var target = disk.resolve("faces");
        assertSaysSoInOneLine(target, ragan("data", "synthesize", "-n", "200", "-o", target.toString()));
        assertEquals(List.of(), left());
        assertSaysSoInOneLine(disk, ragan("data", "synthesize", "-n", "200", "-o", disk.toString()));
        assertEquals(List.of(), left());
    }

    @Test
    void photosAndFilmsLeaveNothing() throws IOException {
        var photo = folder.resolve("photo.png");
        ImageIO.write(new SyntheticFaces(2, 9, 512).draw(0, 30).image(), "png", photo.toFile());
        var none = folder.resolve("no networks").toString();
        var aged = ragan(
                "reage",
                photo.toString(),
                "--age",
                "70",
                "--model",
                "synthetic-tiny",
                "--networks",
                none,
                "--out",
                disk.toString());
        assertEquals(1, aged.code(), aged.err());
        assertTrue(aged.err().contains("No space left on device"), aged.err());
        assertEquals(List.of(), left());
        var film = ragan(
                "animate",
                photo.toString(),
                "--from",
                "5",
                "--to",
                "80",
                "--model",
                "synthetic-tiny",
                "--networks",
                none,
                "--out",
                disk.resolve("film.gif").toString());
        assertEquals(1, film.code(), film.err());
        assertTrue(film.err().contains("No space left on device"), film.err());
        assertEquals(List.of(), left());
    }

    @Test
    void anImportLeavesNothing() throws IOException {
        var target = disk.resolve("imported");
        assertSaysSoInOneLine(
                target,
                ragan(
                        "import",
                        run.checkpoints().resolve("step-00000000/variables").toString(),
                        "-o",
                        target.toString()));
        assertEquals(List.of(), left());
    }

    @Test
    void aPreparedFolderKeepsWhatIsWholeToGoOn() throws IOException {
        var source = folder.resolve("source");
        Outcome.assertSucceeds(ragan("data", "synthesize", "-n", "30", "-o", source.toString()));
        var target = disk.resolve("prepared");
        var full = ragan("data", "prepare", source.toString(), "-o", target.toString());
        assertEquals(1, full.code());
        assertTrue(full.err().contains("No space left on device"), full.err());
        assertTrue(left().stream().noneMatch(file -> file.toString().endsWith(".part")), left().toString());
        for (var file : left().stream().filter(Files::isRegularFile).toList()) {
            assertTrue(Files.size(file) > 0, file.toString());
            Files.delete(file);
        }
        FileTree.delete(target);
    }
}
