package reaging.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import reaging.data.folders.FaceFile;
import reaging.data.folders.FaceFolder;
import reaging.pictures.UnreadablePicture;

class HeldOutTest {
    private static FaceSet faces(int count) {
        var files = IntStream.range(0, count)
                .mapToObj(i -> new FaceFile("face " + i, i, Path.of("image " + i), Path.of("mask " + i), Map.of()))
                .toList();
        return new FaceFolder("faces", files, Masks.GREY);
    }

    private static List<String> labels(FaceSet faces) {
        return IntStream.range(0, faces.size()).mapToObj(faces::label).toList();
    }

    @Test
    void threeInTenAreToChooseByAndTheOthersToReportOn() {
        var all = faces(1000);
        var choosing = labels(HeldOut.CHOOSING.of(all));
        var reporting = labels(HeldOut.REPORTING.of(all));
        assertEquals(300, choosing.size());
        assertEquals(700, reporting.size());
        var both = new ArrayList<>(choosing);
        both.addAll(reporting);
        assertEquals(new TreeSet<>(labels(all)), new TreeSet<>(both));
        assertSame(all, HeldOut.ALL.of(all));
    }

    @Test
    void whoChoosesNeverChangesFromVersionToVersion() {
        // Those whose SHA-256 comes first, in the order of the set.
        assertEquals(
                List.of("face 4", "face 7", "face 8", "face 10", "face 12", "face 13"),
                labels(HeldOut.CHOOSING.of(faces(20))));
    }

    @Test
    void aFaceOfAPartIsThatOfTheWhole() {
        var all = faces(7);
        var part = HeldOut.REPORTING.of(all);
        assertEquals("faces", part.name());
        assertEquals(Masks.GREY, part.masks());
        for (int index = 0; index < part.size(); index++) {
            int face = index;
            int there = labels(all).indexOf(part.label(index));
            assertEquals(all.age(there), part.age(index));
            assertEquals(all.sex(there), part.sex(index));
            assertEquals(file(() -> all.image(there)), file(() -> part.image(face)));
            assertEquals(file(() -> all.mask(there)), file(() -> part.mask(face)));
        }
    }

    /** Which file is read, told by the error that there is none. */
    private static String file(Executable reading) {
        return assertThrows(UnreadablePicture.class, reading).getMessage();
    }

    @Test
    void oneOfTwoOrThreeIsToChooseByAndASingleOneIsForBoth() {
        assertEquals(1, HeldOut.CHOOSING.of(faces(2)).size());
        assertEquals(2, HeldOut.REPORTING.of(faces(3)).size());
        assertEquals(1, HeldOut.CHOOSING.of(faces(1)).size());
        assertEquals(1, HeldOut.REPORTING.of(faces(1)).size());
    }
}
