package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.data.Masks;
import reaging.data.prepare.PreparedFolder;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.Pictures;

class NamedFolderTest {
    @TempDir
    private Path folder;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }

    private Listing list(DataFormat format) {
        return format.list(folder, Pruning.CONFIDENCE);
    }

    private String refused(DataFormat format) {
        return assertThrows(IllegalArgumentException.class, () -> list(format)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "AGEDB, 0_MariaCallas_35_f.jpg, 1_JohnWayne_62_m.jpg",
        "CACD, 53_Robin_Williams_0001.jpg, 14_Chloe_Moretz_0002.jpg",
        "MORPH, 009055_1M54.JPG, 009056_0F20.JPG",
        "FG_NET, 001A05.JPG, 002A43a.JPG",
    })
    void folderIsRecognisedByItsNames(DataFormat format, String one, String other) throws IOException {
        files(one, other, "cover.jpg");
        var listing = list(DataFormat.AUTO);
        assertEquals(format, listing.format());
        assertEquals(listing, list(format), "named or not");
        assertEquals(2, listing.faces().size());
        assertEquals(Map.of(Skipped.Reason.OTHER_NAME, List.of("cover.jpg")), Skipped.byReason(listing.skipped()));
    }

    @Test
    void whoAndWhichSexAreCarriedAlongUnderTheNamesOfColumns() throws IOException {
        files("0_MariaCallas_35_f.jpg", "1_JohnWayne_62_m.jpg");
        var faces = list(DataFormat.AUTO).faces();
        assertEquals(35, faces.get(0).age());
        assertEquals(
                Map.of("person", "MariaCallas", "gender", "female"),
                faces.get(0).others());
    }

    @Test
    void masksLieBesideTheImages() throws IOException {
        files("images/001A05.JPG", "images/002A06.JPG", "masks/001A05.png", "masks/002A06.png");
        var listing = list(DataFormat.AUTO);
        assertEquals(Masks.GREY, listing.masks());
        assertEquals(folder.resolve("masks/001A05.png"), listing.faces().get(0).mask());
    }

    @Test
    void nobodyIsOnBothSidesOfTheSplit() throws IOException {
        files(IntStream.range(0, 120)
                .mapToObj(i -> String.format("%03dA%02d.JPG", i % 13, i / 2))
                .toArray(String[]::new));
        var listing = list(DataFormat.AUTO);
        Set<String> heldOut = people(listing, true);
        assertEquals(
                Set.of(),
                heldOut.stream().filter(people(listing, false)::contains).collect(Collectors.toSet()));
        assertEquals(1, heldOut.size(), "nine or ten photos each, twelve to hold out");
        List<String> notices = new ArrayList<>();
        listing.report(notices::add);
        assertEquals(List.of(), notices);
    }

    private static Set<String> people(Listing listing, boolean heldOut) {
        return listing.faces().stream()
                .filter(face -> listing.heldOut(face) == heldOut)
                .map(face -> face.person().orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void preparedFolderKeepsPeopleAndSplit() throws IOException {
        for (int i = 0; i < 24; i++) {
            Files.write(
                    folder.resolve(String.format("%03dA%02d.png", i % 6, 3 * i)),
                    Pictures.png(new SyntheticFaces(24, 5, 16).draw(i).image()));
        }
        var source = list(DataFormat.AUTO);
        var out = folder.resolve("out");
        PreparedFolder.write(source, out, 8, done -> {});
        var prepared = DataFormat.AUTO.list(out, Pruning.CONFIDENCE);
        assertEquals(source.heldOut(), prepared.heldOut());
        assertEquals("000", prepared.faces().get(0).person().orElseThrow());
    }

    @Test
    void splitOfTheLabelsThatTearsAPersonApartIsSaid() throws IOException {
        files("images/a.png", "images/b.png", "images/c.png");
        Files.writeString(
                folder.resolve("labels.csv"),
                "file,age,person,split\na.png,3,anna,training\nb.png,40,anna,held_out\nc.png,5,bert,training\n");
        List<String> notices = new ArrayList<>();
        list(DataFormat.AUTO).report(notices::add);
        assertEquals(1, notices.size(), notices.toString());
        assertTrue(notices.get(0).endsWith("1 is: anna"), notices.get(0));
    }

    @Test
    void runningNumbersAreNotAges() throws IOException {
        files(IntStream.range(0, 60).mapToObj(i -> i + "_img.jpg").toArray(String[]::new));
        var message = refused(DataFormat.AUTO);
        for (String part :
                List.of("60 images in " + folder, "0_img.jpg", "from 0 to 59, each once", "read them as utkface")) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(60, list(DataFormat.UTKFACE).faces().size(), "who says so may");
    }

    @Test
    void numbersOfPeopleAreNotAges() throws IOException {
        files(IntStream.range(0, 60)
                .mapToObj(i -> (1 + i % 12) + "_" + i / 12 + ".png")
                .toArray(String[]::new));
        assertTrue(refused(DataFormat.AUTO).contains("from 1 to 12, each 5 times"), refused(DataFormat.AUTO));
    }

    @Test
    void numbersOfWhichFewCouldBeAgesAreNot() throws IOException {
        files(IntStream.range(0, 50).mapToObj(i -> 7 * i + "_x.png").toArray(String[]::new));
        assertTrue(refused(DataFormat.AUTO).contains("only 18 of 50 names"), refused(DataFormat.AUTO));
    }

    @Test
    void datesAreNotAges() throws IOException {
        files("12_05_2019 14.33.jpg", "13_05_2019 09.10.jpg", "1_06_2020 11.00.jpg");
        assertTrue(refused(DataFormat.AUTO).contains("start with dates"), refused(DataFormat.AUTO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d_0_0_20170116174525125.jpg.chip.jpg", "%d_1_0_%1$d.jpg", "%d_%1$07d.png"})
    void namesWithUtkFacesOtherFieldsAreNotDoubted(String name) throws IOException {
        files(IntStream.range(0, 40).mapToObj(name::formatted).toArray(String[]::new));
        assertEquals(DataFormat.UTKFACE, list(DataFormat.AUTO).format());
    }

    @Test
    void ownPhotosNamedByAgeAreRead() throws IOException {
        files("25_a.png", "25_b.png", "31_anna.png", "60_bert.png", "7_c.jpg");
        assertEquals(DataFormat.UTKFACE, list(DataFormat.AUTO).format());
    }

    @Test
    void agedbIsNotReadAsUtkFaceEvenIfAskedFor() throws IOException {
        files("0_MariaCallas_35_f.jpg", "1_JohnWayne_62_m.jpg");
        assertTrue(refused(DataFormat.UTKFACE).contains("read them as agedb"), refused(DataFormat.UTKFACE));
    }

    @Test
    void hiddenFilesAndFoldersNamedLikeImagesAreNone() throws IOException {
        files("25_a.png", "31_b.png", "._25_a.png", ".DS_Store", "Thumbs.db");
        Files.createDirectory(folder.resolve("40_c.png"));
        var listing = list(DataFormat.AUTO);
        assertEquals(2, listing.faces().size());
        assertEquals(List.of(), listing.skipped());
    }

    @Test
    void imagesOneFolderDeeperAreFoundOut() throws IOException {
        files("part1/25_0_0_2017.jpg", "part2/26_0_0_2017.jpg");
        assertTrue(
                refused(DataFormat.AUTO).contains("images are in its folders part1, part2"), refused(DataFormat.AUTO));
    }
}
