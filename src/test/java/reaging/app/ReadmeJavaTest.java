package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.PictureReader;
import reaging.pictures.Pictures;

/** Compiles and runs the README's Java, as a program in one source file. */
@Tag("slow")
class ReadmeJavaTest {
    @TempDir
    private Path folder;

    /** What the README's snippets need in the folder where they run. */
    static void giveModelAndFace(Path folder) throws IOException {
        try (var files = Files.walk(Path.of("savedmodels/reaging-small-128-utkface"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(folder.resolve(file).getParent());
                Files.copy(file, folder.resolve(file));
            }
        }
        Pictures.write(new SyntheticFaces(1, 0, 96).draw(0).image(), folder.resolve("face.png"));
        ImageIO.write(
                new SyntheticFaces(2, 9, 256).draw(0, 30).image(),
                "jpg",
                folder.resolve("party.jpg").toFile());
    }

    private static String snippet() throws IOException {
        var block =
                Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertTrue(block.find(), "a block of Java");
        return block.group(1);
    }

    /** The imports first, and a class around the statements. */
    private static String program(String snippet) {
        var imports = snippet.lines().collect(Collectors.partitioningBy(line -> line.startsWith("import ")));
        return String.join("\n", imports.get(true))
                + "\nclass Program {\npublic static void main(String[] arguments) {\n"
                + String.join("\n", imports.get(false)) + "\n}\n}\n";
    }

    @Test
    void theReadmesJavaHasAtMostTenLines() throws IOException {
        assertTrue(snippet().lines().filter(line -> !line.isBlank()).count() <= 10, snippet());
    }

    @Test
    void theReadmesJavaCompilesAndRuns() throws IOException, InterruptedException {
        giveModelAndFace(folder);
        Files.writeString(folder.resolve("Program.java"), program(snippet()));
        assertEquals(0, java("Program.java"), () -> log());
        assertEquals(
                256, PictureReader.PHOTOS.read(folder.resolve("party_70.jpg")).getWidth());
    }

    private int java(String source) throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var options = "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0";
        var process = new ProcessBuilder(java, options, "-cp", System.getProperty("java.class.path"), source)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertTrue(ended, "takes too long");
        return process.exitValue();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
