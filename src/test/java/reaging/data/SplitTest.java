package reaging.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "face " + i).toList();
    }

    @Test
    void tenthIsHeldOut() {
        var heldOut = Split.heldOut(labels(50));
        assertEquals(5, heldOut.size());
        assertTrue(labels(50).containsAll(heldOut));
    }

    @Test
    void atMostAThousandAreHeldOut() {
        assertEquals(1000, Split.heldOut(labels(20_000)).size());
    }

    @Test
    void oneOfTwoIsHeldOut() {
        assertEquals(1, Split.heldOut(labels(2)).size());
    }

    @Test
    void sameFacesAreHeldOutInWhateverOrderTheyCome() {
        var shuffled = new ArrayList<>(labels(50));
        Collections.reverse(shuffled);
        assertEquals(Split.heldOut(labels(50)), Split.heldOut(shuffled));
    }

    @Test
    void whatIsHeldOutNeverChangesFromVersionToVersion() {
        // Those whose SHA-256 comes first.
        assertEquals(Set.of("face 10", "face 4"), Split.heldOut(labels(20)));
    }
}
