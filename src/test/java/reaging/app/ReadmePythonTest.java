package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.Python;
import reaging.PythonSession;

/** Runs the page about Python as a reader would: every block of code, one after the other, in one folder. And the README's lines. */
@Tag("slow")
class ReadmePythonTest {
    private static final Pattern BLOCK = Pattern.compile("```(python)?\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/python.md"));
    }

    private static String readmesChapter() throws IOException {
        return Files.readString(Path.of("README.md"))
                .split("\n## Python\n", -1)[1]
                .split("\n## ", -1)[0];
    }

    @Test
    void theReadmesLinesRun() throws IOException {
        Python.require();
        ReadmeJavaTest.giveModelAndFace(folder);
        var block = BLOCK.matcher(readmesChapter());
        assertTrue(block.find(), "a block of Python");
        try (var python = session()) {
            python.run(script(block.group(2) + "assert older.shape == (1, 128, 128, 3)\n"));
        }
    }

    @Test
    void everyBlockRuns() throws IOException, InterruptedException {
        Python.require();
        // The smallest run in place of the default one, under its name.
        ragan("train", "--preset", "tiny-32", "--steps", "2", "--batch", "2");
        Files.move(folder.resolve("runs/00000-synthetic-tiny-32"), folder.resolve("runs/00000-synthetic-tiny-64"));
        var blocks = BLOCK.matcher(page());
        int count = 0;
        try (var python = session()) {
            for (; blocks.find(); count++) {
                if (blocks.group(1) == null) {
                    commands(blocks.group(2));
                } else {
                    python.run(script(blocks.group(2)));
                }
            }
        }
        assertTrue(count >= 4, count + " blocks");
    }

    /** Lines that start the program; others, such as the one that sets Python up, are the reader's. */
    private void commands(String block) throws IOException, InterruptedException {
        for (var line :
                block.lines().filter(each -> each.startsWith("./ragan ")).toList()) {
            var arguments = new ArrayList<String>();
            for (var word : line.replaceFirst("#.*", "").strip().split("\\s+", -1)) {
                arguments.addAll(word.contains("*") ? matching(word) : List.of(word));
            }
            ragan(arguments.subList(1, arguments.size()).toArray(String[]::new));
        }
    }

    /** What the shell makes of a pattern in the last part of a path. */
    private List<String> matching(String pattern) throws IOException {
        var path = Path.of(pattern);
        var parent = path.getParent();
        try (var files = Files.newDirectoryStream(
                folder.resolve(parent), path.getFileName().toString())) {
            List<String> names = new ArrayList<>();
            files.forEach(file -> names.add(parent.resolve(file.getFileName()).toString()));
            return names;
        }
    }

    /** A Python that works in the folder. */
    private PythonSession session() throws IOException {
        var python = new PythonSession(Duration.ofMinutes(4));
        python.run(script("import os\nos.chdir(" + '"' + folder + "\")\n"));
        return python;
    }

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("block.py"), text);
    }

    private void ragan(String... arguments) throws IOException, InterruptedException {
        var command = RaganCommand.of();
        command.addAll(Arrays.asList(arguments));
        var log = folder.resolve("ragan.log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertTrue(ended, "takes too long: " + command);
        assertEquals(0, process.exitValue(), () -> read(log));
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
