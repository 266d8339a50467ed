package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.data.folders.FfhqAgingMiniature.CLEAR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.data.FaceReader;
import reaging.data.Masks;
import reaging.data.folders.Skipped.Reason;
import reaging.data.synthetic.SyntheticFace;
import reaging.data.synthetic.person.SyntheticIdentity;
import reaging.data.synthetic.person.SyntheticScene;

class FfhqAgingFolderTest {
    @TempDir
    private Path folder;

    private FfhqAgingMiniature miniature;

    @BeforeEach
    void twoGoodFacesToTrainOnAndOneToJudgeBy() throws IOException {
        miniature = new FfhqAgingMiniature(folder)
                .face(0, "20-29", .98)
                .face(68_999, "70-120", .9)
                .face(69_000, "0-2", .7);
    }

    private Listing list(Pruning pruning) throws IOException {
        return DataFormat.AUTO.list(miniature.write(), pruning);
    }

    private Map<Reason, List<String>> skipped() throws IOException {
        return Skipped.byReason(list(Pruning.CONFIDENCE).skipped());
    }

    @Test
    void itIsRecognisedAndLabelledByGroup() throws IOException {
        var listing = list(Pruning.CONFIDENCE);
        assertEquals(DataFormat.FFHQ_AGING, listing.format());
        assertEquals(
                List.of(24.5, 80.0, 1.0),
                listing.faces().stream().map(FaceFile::age).toList());
        assertEquals("female", listing.faces().get(0).others().get("gender"));
        assertEquals(List.of(), listing.skipped());
    }

    @Test
    void imagesFrom69000OnAreHeldOut() throws IOException {
        var listing = list(Pruning.CONFIDENCE);
        assertEquals(Set.of("69000"), listing.heldOut());
        assertEquals(2, listing.split().training().size());
        assertEquals(1.0, listing.split().heldOut().age(0));
    }

    @Test
    void folderOfTheImagesServesAsWell() throws IOException {
        var inside = miniature.write().resolve("ffhq_aging256x256");
        assertEquals(3, DataFormat.AUTO.list(inside, Pruning.CONFIDENCE).faces().size());
    }

    @Test
    void maskIsOneWhereAClassOfTheFaceIs() throws IOException {
        var faces = list(Pruning.CONFIDENCE).split().training();
        try (var pixels = new FaceReader(faces, FfhqAgingMiniature.SIZE).read(new int[] {0}, new boolean[1])) {
            var drawn = SyntheticFace.draw(SyntheticIdentity.of(0), 25, SyntheticScene.of(0), FfhqAgingMiniature.SIZE)
                    .mask();
            for (int y = 0; y < FfhqAgingMiniature.SIZE; y++) {
                for (int x = 0; x < FfhqAgingMiniature.SIZE; x++) {
                    float expected = drawn.getRaster().getSample(x, y, 0) >= 128 ? 1 : 0;
                    assertEquals(expected, pixels.masks().getFloat(0, y, x, 0), x + ", " + y);
                }
            }
        }
    }

    @Test
    void withoutParsingsTheWholeImageCountsAsFace() throws IOException {
        for (int number : new int[] {0, 68_999, 69_000}) {
            Files.delete(miniature.parsing(number));
        }
        assertEquals(Masks.NONE, list(Pruning.CONFIDENCE).masks());
    }

    @Test
    void uncertainAgeIsLeftOut() throws IOException {
        miniature.face(1, "3-6", .6).face(2, "3-6", .601);
        assertEquals(Map.of(Reason.LOW_CONFIDENCE, List.of("00001")), skipped());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | female,0.99,-3.1,1.2,10.4,4.5,3.2,None",
                "true  | male,0.67,29.9,90,-39.9,89.9,49.9,Normal",
                "true  | male,0.9,-1,-1,-1,-1,-1,-1",
                "false | male,0.66,0,0,0,0,0,None",
                "false | male,0.9,-30,0,0,0,0,None",
                "false | male,0.9,0,0,40,0,0,None",
                "false | male,0.9,0,0,0,90,0,None",
                "false | male,0.9,0,0,0,50,50,None",
                "false | male,0.9,0,0,0,0,0,Dark"
            })
    void latsRuleLooksAtGenderPoseEyesAndGlasses(boolean kept, String attributes) throws IOException {
        miniature.draw(5).row("5,20-29,0.9," + attributes);
        var pruned = Skipped.byReason(list(Pruning.LATS).skipped());
        assertEquals(kept ? Map.of() : Map.of(Reason.PRUNED, List.of("00005")), pruned);
        assertEquals(Map.of(), skipped());
    }

    @Test
    void imagesWithoutRowAndRowsWithoutImageAreSkipped() throws IOException {
        miniature.draw(7).row("8,20-29,0.9," + CLEAR);
        assertEquals(Map.of(Reason.NO_ROW, List.of("00007"), Reason.NO_IMAGE, List.of("00008")), skipped());
    }

    @Test
    void imageWithoutMaskIsSkippedWhereOthersHaveOne() throws IOException {
        miniature.face(3, "7-9", .9);
        Files.delete(miniature.parsing(3));
        assertEquals(Map.of(Reason.NO_MASK, List.of("00003")), skipped());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9,20-30,0.9  | line 5: age_group must be one of 0-2, 3-6",
                "9,20-29,high | line 5: age_group_confidence must be a number but is high",
                "9,20-29,     | line 5: age_group_confidence must be given but is empty",
                "9            | line 5: age_group must be given but is empty",
                "9.5,20-29,1  | line 5: image_number must be a whole number from 0 to 99999 but is 9.5",
                "-1,20-29,1   | line 5: image_number must be a whole number from 0 to 99999 but is -1",
                "0,20-29,0.9  | line 5: image_number must differ from row to row but 00000 is on line 2 too"
            })
    void rowThatCannotBeUsedIsNamedWithItsLine(String row, String expected) throws IOException {
        miniature.draw(9).row(row);
        var bad = skipped().get(Reason.BAD_ROW);
        assertEquals(1, bad.size());
        assertTrue(bad.get(0).startsWith(expected), bad.get(0));
    }

    @Test
    void missingColumnIsAnErrorThatNamesIt() throws IOException {
        Files.writeString(folder.resolve(FfhqAgingFolder.LABELS), "image_number,age_group\n0,20-29\n");
        var error =
                assertThrows(IllegalArgumentException.class, () -> DataFormat.AUTO.list(folder, Pruning.CONFIDENCE));
        assertTrue(error.getMessage().contains("the column age_group_confidence"), error.getMessage());
    }

    @Test
    void quoteThatIsNeverClosedIsAnErrorThatNamesTheFile() throws IOException {
        miniature.row("5,\"20-29,0.9," + CLEAR);
        var error = assertThrows(IllegalArgumentException.class, () -> list(Pruning.CONFIDENCE));
        assertTrue(error.getMessage().contains(FfhqAgingFolder.LABELS), error.getMessage());
    }

    @Test
    void twoResolutionsAskForOne() throws IOException {
        Files.createDirectories(folder.resolve("ffhq_aging128x128"));
        var error = assertThrows(IllegalArgumentException.class, () -> list(Pruning.CONFIDENCE));
        assertTrue(error.getMessage().contains("ffhq_aging128x128 and ffhq_aging256x256"), error.getMessage());
    }

    @Test
    void whereNoneHasAHighNumberTheHashHoldsOut() throws IOException {
        Files.delete(miniature.image(69_000));
        assertEquals(1, list(Pruning.CONFIDENCE).heldOut().size());
    }
}
