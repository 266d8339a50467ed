package reaging.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static ListedFaces faces(int count) {
        return new ListedFaces(Collections.nCopies(count, new byte[0]), List.of(), new double[count]);
    }

    private static Set<String> labels(FaceSet faces) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            labels.add(faces.label(i));
        }
        return new HashSet<>(labels);
    }

    @Test
    void tenthIsHeldOutAndNothingIsInBothParts() {
        var split = Split.byLabel(faces(50));
        assertEquals(5, split.heldOut().size());
        assertEquals(45, split.training().size());
        assertTrue(Collections.disjoint(labels(split.heldOut()), labels(split.training())));
    }

    @Test
    void atMostAThousandAreHeldOut() {
        assertEquals(1000, Split.byLabel(faces(20_000)).heldOut().size());
    }

    @Test
    void sameFacesAreHeldOutEveryTime() {
        assertEquals(
                labels(Split.byLabel(faces(50)).heldOut()),
                labels(Split.byLabel(faces(50)).heldOut()));
    }

    @Test
    void oneFaceCannotBeSplit() {
        assertThrows(IllegalArgumentException.class, () -> Split.byLabel(faces(1)));
    }
}
