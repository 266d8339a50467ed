package reaging.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleSplitTest {
    /** Labels such as "anna 0". */
    private static Map<String, String> people(Map<String, Integer> photos) {
        Map<String, String> people = new HashMap<>();
        photos.forEach((person, count) -> {
            for (int i = 0; i < count; i++) {
                people.put(person + " " + i, person);
            }
        });
        return people;
    }

    @Test
    void whoeverHasMoreThanATenthIsTrainedOn() {
        var heldOut = Split.heldOut(people(Map.of("anna", 80, "bert", 7, "carl", 7, "dora", 6)));
        assertTrue(heldOut.size() == 6 || heldOut.size() == 7, heldOut.toString());
        assertTrue(heldOut.stream().noneMatch(label -> label.startsWith("anna")), heldOut.toString());
    }

    @Test
    void whereEverybodyHasMoreThanATenthTheFewestAreHeldOut() {
        assertEquals(Set.of("bert 0", "bert 1"), Split.heldOut(people(Map.of("anna", 5, "bert", 2))));
    }

    @Test
    void ofSeveralWithTheFewestTheSmallestHashIsHeldOut() {
        Map<String, Integer> photos = new HashMap<>();
        for (int i = 0; i < 7; i++) {
            photos.put("p" + i, 2);
        }
        assertEquals(Set.of("p0 0", "p0 1"), Split.heldOut(people(photos)));
    }

    @Test
    void onePersonCannotBeKeptApart() {
        assertEquals(1, Split.heldOut(people(Map.of("anna", 12))).size());
    }

    @Test
    void facesOfNobodyKnownAreSplitAsEver() {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            known.put("face " + i, "face " + i);
        }
        assertEquals(Split.heldOut(known.keySet()), Split.heldOut(known));
    }
}
