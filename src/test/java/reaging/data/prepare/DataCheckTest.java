package reaging.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.Masks;
import reaging.data.folders.DataFormat;
import reaging.data.folders.FfhqAgingMiniature;
import reaging.data.folders.Pruning;
import reaging.data.folders.Skipped.Reason;

class DataCheckTest {
    @TempDir
    private Path folder;

    private FfhqAgingMiniature miniature;

    @BeforeEach
    void facesOfSeveralAges() throws IOException {
        miniature = new FfhqAgingMiniature(folder)
                .face(0, "20-29", .98)
                .face(1, "20-29", .9)
                .face(2, "0-2", .7)
                .face(69_000, "0-2", .82);
    }

    private DataReport check() throws IOException {
        return DataCheck.run(DataFormat.AUTO.list(miniature.write(), Pruning.CONFIDENCE), done -> {});
    }

    @Test
    void groupsPartsSizesAndConfidenceAreCounted() throws IOException {
        FfhqAgingMiniature.write(new BufferedImage(32, 48, BufferedImage.TYPE_INT_RGB), miniature.image(1));
        var report = check();
        assertEquals(3, report.training());
        assertEquals(1, report.heldOut());
        assertEquals(new DataReport.Parts(1, 1), report.groups().get("0-2"));
        assertEquals(new DataReport.Parts(2, 0), report.groups().get("20-29"));
        assertEquals(new DataReport.Parts(0, 0), report.groups().get("70-120"));
        assertEquals(Map.of("64 x 64", 3, "32 x 48", 1), report.sizes());
        assertEquals("64 x 64", report.sizes().keySet().iterator().next());
        assertEquals(.85, report.confidence().mean(), 1e-9);
        assertEquals(.7, report.confidence().lowest());
        assertEquals(Map.of(), report.skipped());
    }

    @Test
    void progressCountsEveryFace() throws IOException {
        List<Integer> told = new ArrayList<>();
        DataCheck.run(DataFormat.AUTO.list(miniature.write(), Pruning.CONFIDENCE), done -> {
            synchronized (told) {
                told.add(done);
            }
        });
        assertEquals(List.of(1, 2, 3, 4), told.stream().sorted().toList());
    }

    @Test
    void damagedFilesAreNamedWithTheReason() throws IOException {
        Files.write(miniature.image(0), Arrays.copyOf(Files.readAllBytes(miniature.image(0)), 200));
        Files.writeString(miniature.image(1), "this is no picture");
        Files.write(miniature.image(2), new byte[0]);
        Files.writeString(miniature.parsing(69_000), "nor is this");
        var report = check();
        var unreadable = report.skipped().get(Reason.UNREADABLE);
        assertEquals(
                List.of("00000", "00001", "00002", "69000"),
                unreadable.stream().map(text -> text.substring(0, 5)).toList());
        assertTrue(unreadable.get(0).contains("must be a whole picture but is truncated"), unreadable.get(0));
        assertTrue(unreadable.get(3).contains("its mask"), unreadable.get(3));
        assertEquals(0, report.training());
    }

    @Test
    void emptyMasksAndThoseOfAnotherSizeAreNamed() throws IOException {
        FfhqAgingMiniature.write(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY), miniature.parsing(0));
        var skin = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        skin.getRaster().setSample(3, 3, 0, 1);
        FfhqAgingMiniature.write(skin, miniature.parsing(1));
        var masks = check().masks();
        assertEquals(Masks.CLASSES, masks.kind());
        assertEquals(List.of("00000"), masks.empty());
        assertEquals(List.of("00001"), masks.otherSize());
        assertTrue(masks.faceShare() > 0 && masks.faceShare() < .5, "share " + masks.faceShare());
    }

    @Test
    void duplicatesAreFoundByContent() throws IOException {
        Files.copy(miniature.image(0), replaced(miniature.image(1)));
        Files.copy(miniature.image(2), replaced(miniature.image(69_000)));
        var report = check();
        assertEquals(List.of(List.of("00000", "00001"), List.of("00002", "69000")), report.duplicates());
        assertEquals(1, report.duplicatesInBothParts());
        assertEquals(0, report.duplicatesOfDifferentAge());
    }

    private static Path replaced(Path file) throws IOException {
        Files.delete(file);
        return file;
    }

    @Test
    void whatOtherFormatsDoNotGiveIsLeftOpen() throws IOException {
        for (String name : List.of("25_a.png", "26_b.png")) {
            FfhqAgingMiniature.write(
                    new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), folder.resolve("photos/" + name));
        }
        var report = DataCheck.run(DataFormat.AUTO.list(folder.resolve("photos"), Pruning.CONFIDENCE), done -> {});
        assertNull(report.confidence());
        assertEquals(Masks.NONE, report.masks().kind());
        assertEquals(1, report.duplicates().size());
        assertEquals(1, report.duplicatesOfDifferentAge());
    }
}
