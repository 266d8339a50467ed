package reaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program's own source files. */
public final class SourceFiles {
    private static final Path ROOT = Path.of("src/main/java/reaging");

    private SourceFiles() {}

    /** All but those of {@code app} and of the packages in it. */
    public static List<Path> belowTheCommandLine() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return sources(files.filter(file -> !file.startsWith(ROOT.resolve("app"))));
        }
    }

    /** Those of a package, without the packages in it; the name is the path below {@code reaging}. */
    static List<Path> of(String name) throws IOException {
        try (var files = Files.list(ROOT.resolve(name.replace('.', '/')))) {
            return sources(files);
        }
    }

    private static List<Path> sources(Stream<Path> files) {
        return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }

    /** A file's text with strings that are broken over lines in one piece. */
    public static String withoutLineBreaksInStrings(Path file) throws IOException {
        return Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
    }
}
