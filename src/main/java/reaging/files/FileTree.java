package reaging.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Handles a folder with everything below it. */
public final class FileTree {
    private FileTree() {}

    /**
     * Deletes a folder that nobody needs any more, if it exists.
     *
     * @throws UncheckedIOException if it cannot be deleted
     */
    public static void remove(Path path) {
        try {
            delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }

    /** Deletes a folder and its contents, if it exists. */
    public static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
