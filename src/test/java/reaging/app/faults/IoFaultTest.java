package reaging.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.files.WholeFile;

class IoFaultTest {
    @TempDir
    private Path folder;

    private static String text(IOException cause) {
        return IoFault.text(new UncheckedIOException("cannot write x.png", cause));
    }

    @Test
    void whatJavaNamesByItsTypeAloneIsSaidInWords() {
        assertEquals("cannot write x.png: permission denied (x.png)", text(new AccessDeniedException("x.png")));
        assertEquals("cannot write x.png: out does not exist", text(new NoSuchFileException("out")));
        assertEquals(
                "cannot write x.png: x.png is a folder that is not empty",
                text(new DirectoryNotEmptyException("x.png")));
    }

    @Test
    void theSystemsReasonIsSaidWithoutTheTemporaryFile() {
        assertEquals(
                "cannot write x.png: No space left on device",
                text(new FileSystemException("x.png.part", null, "No space left on device")));
        assertEquals(
                "cannot write x.png: No space left on device",
                text(new IIOException("I/O error writing PNG file!", new IOException("No space left on device"))));
    }

    @Test
    void anErrorWithoutWordsOfItsOwnSaysTheReasonOnce() {
        assertEquals("out does not exist", IoFault.text(new UncheckedIOException(new NoSuchFileException("out"))));
        assertEquals("java.io.IOException", IoFault.text(new UncheckedIOException(new IOException())));
    }

    private String written(Path file) {
        return IoFault.text(assertThrows(UncheckedIOException.class, () -> WholeFile.write(file, new byte[] {1})));
    }

    @Test
    void aFolderInTheFilesPlaceIsSaidBeItEmptyOrNot() throws IOException {
        var taken = Files.createDirectory(folder.resolve("x.png"));
        assertEquals("cannot write " + taken + ": it is a folder", written(taken));
        Files.createFile(taken.resolve("precious"));
        assertEquals("cannot write " + taken + ": it is a folder", written(taken));
    }

    @Test
    void aFileInTheFoldersPlaceIsSaid() throws IOException {
        var taken = Files.createFile(folder.resolve("out"));
        assertTrue(written(taken.resolve("x.png")).endsWith(": " + taken + " is a file, not a folder"));
        assertTrue(written(taken.resolve("a/x.png")).endsWith(": " + taken + " is a file, not a folder"));
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaid() throws IOException {
        assumeTrue(folder.toFile().setWritable(false));
        assumeFalse(Files.isWritable(folder), "the superuser may write anywhere");
        assertTrue(written(folder.resolve("x.png")).contains("permission denied"));
    }
}
