package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.Masks;

class PhotoFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void photos() throws IOException {
        for (String name : new String[] {"7.jpg", "100.png", "list.txt"}) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void holdsAllImagesAndNoAges() {
        var photos = PhotoFolder.open(folder);
        assertEquals(2, photos.size());
        assertEquals("100.png", photos.label(0));
        assertTrue(Double.isNaN(photos.age(0)));
        assertEquals(Masks.NONE, photos.masks());
    }

    @Test
    void isNoDataSet() {
        var asked =
                assertThrows(IllegalArgumentException.class, () -> DataFormat.PHOTOS.list(folder, Pruning.CONFIDENCE));
        assertTrue(asked.getMessage().contains("evaluations at targets"), asked.getMessage());
        assertThrows(IllegalArgumentException.class, () -> DataFormat.AUTO.list(folder, Pruning.CONFIDENCE));
    }

    @Test
    void emptyFolderIsRefused() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));
        assertThrows(IllegalArgumentException.class, () -> PhotoFolder.open(empty));
        assertThrows(IllegalArgumentException.class, () -> PhotoFolder.open(folder.resolve("nowhere")));
    }
}
