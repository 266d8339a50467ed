package reaging.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reaging.model.ModelConfig;

/** What the README and the other pages say is so. */
class ReadmeTest {
    private static final Path CODE = Path.of("src/main/java/reaging");

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

    /** The folders of all packages down to a depth, the base package left out. */
    private static Set<Path> packages(int depth) throws IOException {
        try (var folders = Files.walk(CODE, depth)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(CODE))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void everyTopLevelPackageIsInTheTree() throws IOException {
        var tree = tree();
        for (var folder : packages(1)) {
            assertTrue(tree.contains(folder), folder.toString());
        }
    }

    @Test
    void contributorsFindEveryPackageInTheirList() throws IOException {
        var chapter = Files.readString(Path.of("CONTRIBUTING.md"))
                .split("\n## Packages\n", -1)[1]
                .split("\n## ", -1)[0];
        var listed = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|")
                .matcher(chapter)
                .results()
                .map(row -> CODE.resolve(row.group(1).replace('.', '/')))
                .collect(Collectors.toSet());
        assertEquals(packages(Integer.MAX_VALUE), listed);
    }

    /** The README and the pages that it leads to. */
    static Stream<Path> pages() throws IOException {
        var pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        pages.addAll(
                List.of(Path.of("data/README.md"), Path.of("notebooks/README.md"), Path.of("savedmodels/README.md")));
        pages.add(Path.of("savedmodels/reaging-small-128-utkface/README.md"));
        pages.add(Path.of("savedmodels/reaging-small-64-utkface/README.md"));
        pages.addAll(documentation());
        return pages.stream();
    }

    private static List<Path> documentation() throws IOException {
        try (var files = Files.list(Path.of("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        var links = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)").matcher(Files.readString(page));
        while (links.find()) {
            var target = links.group(1).isEmpty() ? page : page.resolveSibling(links.group(1));
            assertTrue(Files.exists(target), links.group());
            if (links.group(2) != null) {
                assertTrue(anchors(target).contains(links.group(2)), links.group());
            }
        }
    }

    /** What a link can name of a page: its headings in lower case, hyphens for spaces, other punctuation left out. */
    private static List<String> anchors(Path page) {
        return lines(page)
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void theReadmeLeadsToEveryPageOfTheDocumentation() throws IOException {
        for (var page : documentation()) {
            assertTrue(readme().contains("](" + page + ")"), page.toString());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the pages and of the workflow that tries the program. */
    static Stream<String> commands() throws IOException {
        return Stream.concat(pages(), Stream.of(Path.of(".github/workflows/ci.yml")))
                .flatMap(ReadmeTest::lines)
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
        var presets = Files.readString(Path.of("docs/model.md")).split("\n## Presets\n", -1)[1];
        for (String preset : ModelConfig.presetNames()) {
            var family = preset.substring(0, preset.indexOf('-'));
            assertTrue(presets.contains("`" + family + "-"), preset);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPathOfAMachineIsInIt(Path page) throws IOException {
        var text = Files.readString(page);
        assertFalse(text.contains("/home/") || text.contains("/root/"), "a path of a machine");
    }
}
