package reaging.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {
    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void name() {
        folder = root.resolve("new");
    }

    private static Path two(Path into) throws IOException {
        Files.createDirectories(into);
        Files.writeString(into.resolve("a"), "1");
        return Files.writeString(into.resolve("b"), "2");
    }

    private static Path half(Path into) throws IOException {
        two(into);
        throw new IOException("No space left on device");
    }

    private static Path nested(Path into) {
        WholeFile.write(into.resolve("a"), new byte[1]);
        throw new UncheckedIOException("cannot write " + into.resolve("b"), new IOException("No space left on device"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertFails(Runnable write) {
        var error = assertThrows(UncheckedIOException.class, write::run);
        assertEquals("cannot write " + folder, error.getMessage());
        assertEquals("No space left on device", error.getCause().getMessage());
    }

    @Test
    void folderAppearsWhole() throws IOException {
        NewFolder.write(folder, NewFolderTest::two);
        assertEquals(List.of("a", "b"), names(folder));
        assertEquals(List.of("new"), names(root));
    }

    @Test
    void nothingIsLeftOfOneThatFailed() throws IOException {
        assertFails(() -> NewFolder.write(folder, NewFolderTest::half));
        assertFails(() -> NewFolder.write(folder, NewFolderTest::nested));
        assertEquals(List.of(), names(root));
    }

    @Test
    void theOldOneStaysIfTheNewOneFails() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("old"), "mine");
        assertFails(() -> NewFolder.replace(folder, NewFolderTest::half));
        assertEquals(List.of("old"), names(folder));
        NewFolder.replace(folder, NewFolderTest::two);
        assertEquals(List.of("a", "b"), names(folder));
    }

    @Test
    void emptyFolderIsFilledInItsPlace() throws IOException {
        Files.createDirectory(folder);
        assertFails(() -> NewFolder.fill(folder, NewFolderTest::half));
        assertEquals(List.of(), names(folder));
        Files.createDirectory(folder.resolve(".part"));
        EmptyFolder.require(folder);
        NewFolder.fill(folder, NewFolderTest::two);
        assertEquals(List.of("a", "b"), names(folder));
    }

    @Test
    void wholeFileLeavesNothingWhereItFails() throws IOException {
        Files.createDirectory(folder);
        assertThrows(UncheckedIOException.class, () -> WholeFile.write(folder, new byte[1]));
        assertThrows(IOException.class, () -> WholeFile.writeDurably(folder, "x"));
        assertEquals(List.of("new"), names(root));
        assertTrue(names(folder).isEmpty());
    }
}
