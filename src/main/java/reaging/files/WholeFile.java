package reaging.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files atomically: under a temporary name first, then renamed. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file that is complete whenever the process stops; an existing one is replaced once the new one is complete. Missing
     * folders are created.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, byte[] content) {
        write(file, beside -> Files.write(beside, content));
    }

    /**
     * Writes such a file without holding it in memory.
     *
     * @param writer writes to a temporary path beside the file
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path file, Writer writer) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            besideFirst(file, beside -> {
                writer.write(beside);
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Writes a text that is complete whenever the process or the machine stops. */
    public static void writeDurably(Path file, String text) throws IOException {
        besideFirst(file, beside -> {
            Files.writeString(beside, text);
            force(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** Writes a file to a temporary path. */
    @FunctionalInterface
    public interface Writer {
        void write(Path beside) throws IOException;
    }

    /** Leaves nothing behind on failure, such as a full disk. */
    private static void besideFirst(Path file, Writer writer) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            writer.write(beside);
        } catch (IOException | RuntimeException e) {
            beside.toFile().delete();
            throw e;
        }
    }

    /** Waits until a file's content is on disk, as it must be before a rename. */
    public static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
