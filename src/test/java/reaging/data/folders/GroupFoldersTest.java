package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupFoldersTest {
    @TempDir
    private Path folder;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }

    private Listing list() {
        return DataFormat.AUTO.list(folder, Pruning.CONFIDENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"70-120", "70+"})
    void folderNamesTheGroupOfItsFaces(String last) throws IOException {
        files("0-2/a.jpg", "20-29/a.jpg", "20-29/b.png", last + "/c.jpg");
        var listing = list();
        assertEquals(DataFormat.FOLDERS, listing.format());
        assertEquals(
                List.of("0-2/a.jpg", "20-29/a.jpg", "20-29/b.png", last + "/c.jpg"),
                listing.faces().stream().map(FaceFile::label).toList());
        assertEquals(
                List.of(1.0, 24.5, 24.5, 80.0),
                listing.faces().stream().map(FaceFile::age).toList());
    }

    @Test
    void otherFoldersAndLooseImagesAreSkippedByName() throws IOException {
        files("0-2/a.jpg", "0-2/notes.txt", "3-6/b.jpg", "20-30/c.jpg", "121-130/d.jpg", "loose.jpg");
        var listing = list();
        assertEquals(2, listing.faces().size());
        assertEquals(
                Map.of(Skipped.Reason.NO_GROUP, List.of("loose.jpg", "121-130", "20-30")),
                Skipped.byReason(listing.skipped()));
    }

    @Test
    void masksLieInFoldersOfTheSameNames() throws IOException {
        files("images/0-2/a.jpg", "images/3-6/b.png", "images/3-6/c.png", "masks/0-2/a.png", "masks/3-6/b.png");
        var listing = list();
        assertEquals(
                List.of(folder.resolve("masks/0-2/a.png"), folder.resolve("masks/3-6/b.png")),
                listing.faces().stream().map(FaceFile::mask).toList());
        assertEquals(Map.of(Skipped.Reason.NO_MASK, List.of("3-6/c.png")), Skipped.byReason(listing.skipped()));
    }
}
