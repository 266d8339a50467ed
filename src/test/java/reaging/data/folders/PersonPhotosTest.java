package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonPhotosTest {
    @TempDir
    private Path folder;

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void fgNetNamesSayWhoAndHowOld() throws IOException {
        touch("001A05.JPG", "001A43a.JPG", "002A03.jpg", "readme.txt");
        assertTrue(PersonPhotos.isIn(folder));
        var photos = PersonPhotos.open(folder, notice -> {});
        assertEquals(3, photos.size());
        assertEquals("001", photos.person(1));
        assertEquals(43, photos.age(1));
        assertEquals("002", photos.person(2));
    }

    @Test
    void folderPerPersonHasAgesInItsNames() throws IOException {
        touch("anna/5.jpg", "anna/25_2.png", "anna/notes.jpg", "ben/40-garden.jpg", "ben/300.jpg");
        assertTrue(PersonPhotos.isIn(folder));
        List<String> notices = new ArrayList<>();
        var photos = PersonPhotos.open(folder, notices::add);
        assertEquals(3, photos.size());
        assertEquals(2, notices.size(), notices.toString());
        assertEquals("anna", photos.person(0));
        assertEquals(25, photos.age(0));
        assertEquals("anna/5.jpg", photos.label(1));
        assertEquals("ben", photos.person(2));
    }

    @Test
    void otherFormsAreNoFoldersOfPeople() throws IOException {
        touch("25_0_0_2017.jpg", "more/30_0_0_2017.jpg");
        assertFalse(PersonPhotos.isIn(folder));
        assertFalse(PersonPhotos.isIn(folder.resolve("nowhere")));
        var groups = folder.resolve("groups");
        touch("groups/0-2/1.jpg", "groups/70+/80.jpg");
        assertFalse(PersonPhotos.isIn(groups));
        var empty = Files.createDirectories(folder.resolve("empty"));
        assertThrows(IllegalArgumentException.class, () -> PersonPhotos.open(empty, notice -> {}));
    }
}
