package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.Masks;

class UtkFaceFolderTest {
    @TempDir
    private Path folder;

    private void file(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.createFile(folder.resolve(name));
    }

    private Listing list() {
        return DataFormat.AUTO.list(folder, Pruning.CONFIDENCE);
    }

    @Test
    void ageIsTheFirstNumberOfTheName() throws IOException {
        file("61_1_20170109142408075.jpg.chip.jpg");
        file("2_0_0_20161219140623097.jpg.chip.jpg");
        var listing = list();
        assertEquals(DataFormat.UTKFACE, listing.format());
        var faces = listing.faces();
        assertEquals(2, faces.size());
        assertEquals(2, faces.get(0).age());
        assertEquals(61, faces.get(1).age());
        assertEquals("61_1_20170109142408075.jpg.chip.jpg", faces.get(1).label());
        assertEquals(Masks.NONE, listing.masks());
        assertEquals(List.of(), listing.skipped());
    }

    @Test
    void sexIsTheSecondNumberUnderTheColumnOfFfhqAging() throws IOException {
        file("2_0_0_20161219140623097.jpg.chip.jpg");
        file("30_1_0_20161219140623097.jpg.chip.jpg");
        file("61_1_20170109142408075.jpg.chip.jpg");
        assertEquals(
                List.of(Map.of("gender", "male"), Map.of("gender", "female"), Map.of()),
                list().faces().stream().map(FaceFile::others).toList());
    }

    @Test
    void fileWhoseAgeDoesNotParseIsReportedByNameAndSkipped() throws IOException {
        file("portrait.jpg");
        file("121_0_0_1.jpg");
        file("120_0_0_1.jpg");
        file("0_0_0_1.JPG");
        file("notes.txt");
        var listing = list();
        assertEquals(2, listing.faces().size());
        List<String> notices = new ArrayList<>();
        listing.report(notices::add);
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).endsWith("121_0_0_1.jpg, portrait.jpg"), notices.get(0));
    }

    @Test
    void masksLieBesideTheImagesUnderTheSameNamesOrAsPng() throws IOException {
        file("images/20_0_0_1.png");
        file("images/25_0_0_1.jpg");
        file("images/30_0_0_2.png");
        file("masks/20_0_0_1.png");
        file("masks/25_0_0_1.png");
        var listing = list();
        assertEquals(Masks.GREY, listing.masks());
        assertEquals(
                List.of(folder.resolve("masks/20_0_0_1.png"), folder.resolve("masks/25_0_0_1.png")),
                listing.faces().stream().map(FaceFile::mask).toList());
        assertEquals(Map.of(Skipped.Reason.NO_MASK, List.of("30_0_0_2.png")), Skipped.byReason(listing.skipped()));
    }
}
