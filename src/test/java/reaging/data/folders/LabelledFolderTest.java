package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.data.Masks;
import reaging.data.Sex;
import reaging.data.folders.Skipped.Reason;
import reaging.data.synthetic.SyntheticFaces;
import reaging.data.synthetic.SyntheticFolder;

class LabelledFolderTest {
    @TempDir
    private Path folder;

    private Listing list(String... rows) throws IOException {
        Files.write(folder.resolve(LabelledFolder.LABELS), List.of(rows));
        return DataFormat.AUTO.list(folder, Pruning.CONFIDENCE);
    }

    private void images(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve("images"));
            Files.createFile(folder.resolve("images").resolve(name));
        }
    }

    @Test
    void folderPreparedFromUtkFaceSaysTheSexWithAndWithoutTheColumn() throws IOException {
        images("30_0000000.png", "31_0000001.png");
        var names = List.of("30_1_0_20170116172920163.jpg.chip.jpg", "31_0_0_20170116172920163.jpg.chip.jpg");
        var before = list(
                "file,source,age", "30_0000000.png," + names.get(0) + ",30", "31_0000001.png," + names.get(1) + ",31");
        assertEquals(
                List.of(Optional.of(Sex.FEMALE), Optional.of(Sex.MALE)),
                before.faces().stream().map(FaceFile::sex).toList());
        var since = list(
                "file,source,age,gender",
                "30_0000000.png," + names.get(0) + ",30,male",
                "31_0000001.png," + names.get(1) + ",31,");
        assertEquals(
                List.of(Optional.of(Sex.MALE), Optional.empty()),
                since.faces().stream().map(FaceFile::sex).toList());
    }

    @Test
    void syntheticFolderHasItsExactAges() {
        var faces = new SyntheticFaces(10, 3, 16);
        SyntheticFolder.write(faces, folder.resolve("out"), done -> {});
        var listing = DataFormat.AUTO.list(folder.resolve("out"), Pruning.CONFIDENCE);
        assertEquals(DataFormat.LABELLED, listing.format());
        assertEquals(Masks.GREY, listing.masks());
        assertEquals(10, listing.faces().size());
        var second = listing.faces().stream()
                .filter(face -> face.label().endsWith("0000001.png"))
                .findFirst()
                .orElseThrow();
        assertEquals(faces.age(1), second.age());
        assertEquals(Set.of("identity_seed", "scene_seed"), second.others().keySet());
    }

    @Test
    void splitAndSourceAreTheOnesOfTheFile() throws IOException {
        images("a.png", "b.png", "c.png");
        var listing = list(
                "file,source,age,split", "a.png,z.jpg,5,training", "b.png,y.jpg,6,held_out", "c.png,x.jpg,7,training");
        assertEquals(
                List.of("x.jpg", "y.jpg", "z.jpg"),
                listing.faces().stream().map(FaceFile::label).toList());
        assertEquals(Set.of("y.jpg"), listing.heldOut());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c.png,121,training   | line 4: age must be from 0 to 120 years but is 121",
                "c.png,-1,training    | line 4: age must be from 0 to 120 years but is -1",
                "c.png,old,training   | line 4: age must be a number but is old",
                "c.png,NaN,training   | line 4: age must be a number but is NaN",
                "c.png,20,validation  | line 4: split must be training or held_out but is validation",
                "c.png,20             | line 4: split must be given but is empty",
                "a.png,20,training    | line 4: file must differ from row to row but a.png is on line 2 too"
            })
    void rowThatCannotBeUsedIsNamedWithItsLine(String row, String expected) throws IOException {
        images("a.png", "b.png", "c.png");
        var skipped = Skipped.byReason(list("file,age,split", "a.png,5,training", "b.png,6,held_out", row)
                .skipped());
        assertEquals(List.of(expected), skipped.get(Reason.BAD_ROW));
    }

    @Test
    void rowsWithoutImageAndImagesWithoutRowAreSkipped() throws IOException {
        images("a.png", "b.png", "c.png");
        var skipped = Skipped.byReason(
                list("file,age", "a.png,5", "b.png,6", "d.png,7").skipped());
        assertEquals(Map.of(Reason.NO_IMAGE, List.of("d.png"), Reason.NO_ROW, List.of("c.png")), skipped);
    }

    @Test
    void rulesOfFfhqAgingApplyWhereItsColumnsAreCarriedAlong() throws IOException {
        images("a.png", "b.png", "c.png");
        var skipped = Skipped.byReason(list("file,age,age_group_confidence", "a.png,5,.9", "b.png,6,.8", "c.png,7,.5")
                .skipped());
        assertEquals(Map.of(Reason.LOW_CONFIDENCE, List.of("c.png")), skipped);
        assertTrue(list("file,age", "a.png,5", "b.png,6", "c.png,7").skipped().isEmpty());
    }
}
