package reaging.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reaging.model.ModelConfig;

/** What the README says is so. */
class ReadmeTest {
    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** Paths of the tree at the README's end; a line's indentation says which folder it is in. */
    private static List<Path> tree() throws IOException {
        var block = readme().split("## The tree", -1)[1].split("```", -1)[1];
        List<Path> paths = new ArrayList<>();
        List<Path> folders = new ArrayList<>(List.of(Path.of("")));
        for (String line : block.strip().split("\n", -1)) {
            int depth = (line.length() - line.stripLeading().length()) / 2;
            var path = folders.get(depth).resolve(line.strip().split("\\s+", -1)[0]);
            paths.add(path);
            while (folders.size() > depth + 1) {
                folders.remove(folders.size() - 1);
            }
            folders.add(path);
        }
        return paths;
    }

    @Test
    void everyFileOfTheTreeExists() throws IOException {
        for (var path : tree()) {
            assertTrue(Files.exists(path), path.toString());
        }
    }

    @Test
    void everyPackageIsInTheTree() throws IOException {
        var tree = tree();
        try (var folders = Files.list(Path.of("src/main/java/reaging"))) {
            for (var folder : folders.toList()) {
                assertTrue(tree.contains(folder), folder.toString());
            }
        }
    }

    /** The README and the pages that it leads to. */
    static Stream<Path> pages() {
        return Stream.of("", "data", "notebooks", "savedmodels", "savedmodels/reaging-small-64-utkface")
                .map(folder -> Path.of(folder, "README.md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        var links = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(Files.readString(page));
        while (links.find()) {
            assertTrue(Files.exists(page.resolveSibling(links.group(1))), links.group(1));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> commands() {
        return pages().flatMap(ReadmeTest::lines)
                .flatMap(line ->
                        Pattern.compile("\\./ragan ([^`#]*)").matcher(line).results())
                .map(match -> match.group(1).strip())
                .filter(command -> !command.contains("..."));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsOneThatTheProgramKnows(String command) {
        assertDoesNotThrow(() -> Ragan.commandLine().parseArgs(command.split("\\s+", -1)));
    }

    @Test
    void everyPresetIsNamed() throws IOException {
        for (String preset : ModelConfig.presetNames()) {
            var family = preset.substring(0, preset.indexOf('-'));
            assertTrue(readme().contains("`" + family + "-"), preset);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPathOfAMachineIsInIt(Path page) throws IOException {
        var text = Files.readString(page);
        assertFalse(text.contains("/home/") || text.contains("/root/"), "a path of a machine");
    }
}
