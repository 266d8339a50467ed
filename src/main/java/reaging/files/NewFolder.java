package reaging.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a folder that appears once it is complete; on failure nothing appears. */
public final class NewFolder {
    private NewFolder() {}

    /** Writes the folder's contents. */
    @FunctionalInterface
    public interface Writer<T> {
        T write(Path folder) throws IOException;
    }

    /**
     * Writes to a temporary folder, then renames it.
     *
     * @param folder the new folder, which must not exist
     * @param writer writes to a path that does not exist yet
     * @return what the writer returns
     */
    public static <T> T write(Path folder, Writer<T> writer) {
        return write(folder, writer, beside -> Files.move(beside, folder));
    }

    /** Writes a folder that may exist; it is replaced once the new one is complete. */
    public static <T> T replace(Path folder, Writer<T> writer) {
        return write(folder, writer, beside -> {
            FileTree.delete(folder);
            Files.move(beside, folder);
        });
    }

    /** Writes into a folder that may exist if it is empty, such as one that cannot be replaced. */
    public static <T> T fill(Path folder, Writer<T> writer) {
        if (!Files.exists(folder)) {
            return write(folder, writer);
        }
        var inside = folder.resolve(EmptyFolder.UNFINISHED);
        return write(folder, inside, writer, beside -> {
            try (var files = Files.list(beside)) {
                for (var file : files.sorted().toList()) {
                    Files.move(file, folder.resolve(file.getFileName()));
                }
            }
        });
    }

    /** Gives a complete folder its name. */
    @FunctionalInterface
    private interface Move {
        void of(Path beside) throws IOException;
    }

    private static <T> T write(Path folder, Writer<T> writer, Move move) {
        return write(folder, folder.resolveSibling(folder.getFileName() + ".part"), writer, move);
    }

    private static <T> T write(Path folder, Path beside, Writer<T> writer, Move move) {
        try {
            FileTree.delete(beside);
            Files.createDirectories(beside.toAbsolutePath().getParent());
            var result = writer.write(beside);
            move.of(beside);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        } catch (UncheckedIOException e) {
            // Users don't know the name of the temporary folder.
            throw e.toString().contains(beside.toString())
                    ? new UncheckedIOException("cannot write " + folder, e.getCause())
                    : e;
        } finally {
            discard(beside);
        }
    }

    private static void discard(Path folder) {
        try {
            FileTree.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit(); // useless, but harmless
        }
    }
}
