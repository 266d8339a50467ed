package reaging.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UtkFaceFolderTest {
    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    private void file(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.createFile(folder.resolve(name));
    }

    @Test
    void ageIsTheFirstNumberOfTheName() throws IOException {
        file("61_1_20170109142408075.jpg.chip.jpg");
        file("2_0_0_20161219140623097.jpg.chip.jpg");
        var faces = UtkFaceFolder.open(folder, notices::add);
        assertEquals(2, faces.size());
        assertEquals(2, faces.age(0));
        assertEquals(61, faces.age(1));
        assertEquals("61_1_20170109142408075.jpg.chip.jpg", faces.label(1));
        assertEquals(Masks.NONE, faces.masks());
        assertEquals(List.of(), notices);
    }

    @Test
    void fileWhoseAgeDoesNotParseIsReportedByNameAndSkipped() throws IOException {
        file("portrait.jpg");
        file("121_0_0_1.jpg");
        file("120_0_0_1.jpg");
        file("notes.txt");
        assertEquals(1, UtkFaceFolder.open(folder, notices::add).size());
        assertEquals(2, notices.size());
        assertTrue(notices.get(0).contains("121_0_0_1.jpg"), notices.get(0));
        assertTrue(notices.get(1).contains("portrait.jpg"), notices.get(1));
    }

    @Test
    void folderWithoutImagesIsAnErrorThatNamesIt() {
        var error = assertThrows(IllegalArgumentException.class, () -> UtkFaceFolder.open(folder, notices::add));
        assertTrue(error.getMessage().contains(folder.toString()), error.getMessage());
    }

    @Test
    void missingFolderIsAnErrorThatNamesIt() {
        var missing = folder.resolve("missing");
        var error = assertThrows(IllegalArgumentException.class, () -> UtkFaceFolder.open(missing, notices::add));
        assertTrue(error.getMessage().contains(missing.toString()), error.getMessage());
    }

    @Test
    void masksLieBesideTheImagesUnderTheSameNames() throws IOException {
        file("images/20_0_0_1.png");
        file("images/30_0_0_2.png");
        file("masks/20_0_0_1.png");
        var faces = UtkFaceFolder.open(folder, notices::add);
        assertEquals(Masks.GREY, faces.masks());
        assertEquals(1, faces.size());
        assertEquals(
                folder.resolve("masks/20_0_0_1.png").toString(), new String(faces.mask(0), StandardCharsets.UTF_8));
        assertTrue(notices.get(0).contains("30_0_0_2.png"), notices.get(0));
    }
}
