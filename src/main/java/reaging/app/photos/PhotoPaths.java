package reaging.app.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import reaging.pictures.PictureFormat;

/** Lists the photos that a command is given. */
final class PhotoPaths {
    private PhotoPaths() {}

    /** Returns every named file, and the pictures of every named folder in the order of their names. */
    static List<Path> all(List<Path> named) {
        return named.stream()
                .flatMap(path -> Files.isDirectory(path) ? inFolder(path) : Stream.of(path))
                .toList();
    }

    private static Stream<Path> inFolder(Path folder) {
        try (var entries = Files.list(folder)) {
            var pictures = entries.filter(PhotoPaths::isPicture).sorted().toList();
            if (pictures.isEmpty()) {
                throw new IllegalArgumentException("a folder of photos must contain pictures but " + folder
                        + " has none whose name ends in " + PictureFormat.allSuffixes());
            }
            return pictures.stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean isPicture(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".")
                && !Files.isDirectory(file)
                && PictureFormat.named(name).isPresent();
    }
}
