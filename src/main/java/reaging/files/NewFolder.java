package reaging.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a folder that appears once it is whole; if that fails nothing appears. */
public final class NewFolder {
    private NewFolder() {}

    /** Writes what is in the folder. */
    @FunctionalInterface
    public interface Writer<T> {
        T write(Path folder) throws IOException;
    }

    /**
     * Writes beside the folder, then gives it its name.
     *
     * @param folder must not exist
     * @param writer is given a path where nothing is
     * @return what the writer returns
     */
    public static <T> T write(Path folder, Writer<T> writer) {
        var beside = folder.resolveSibling(folder.getFileName() + ".part");
        try {
            FileTree.delete(beside);
            Files.createDirectories(beside.toAbsolutePath().getParent());
            var result = writer.write(beside);
            Files.move(beside, folder);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        } finally {
            discard(beside);
        }
    }

    private static void discard(Path folder) {
        try {
            FileTree.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit(); // it is of no use, but does no harm either
        }
    }
}
