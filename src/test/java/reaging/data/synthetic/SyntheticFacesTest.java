package reaging.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import reaging.data.AgeGroup;
import reaging.data.Sex;

class SyntheticFacesTest {
    @Test
    void ageGroupsAndSexesAreEquallyOften() {
        var faces = new SyntheticFaces(400, 1, 32);
        var groups = new EnumMap<AgeGroup, Integer>(AgeGroup.class);
        int women = 0;
        for (int i = 0; i < faces.size(); i++) {
            groups.merge(AgeGroup.of(faces.age(i)), 1, Integer::sum);
            women += faces.identity(i).sex() == Sex.FEMALE ? 1 : 0;
            assertTrue(faces.age(i) < 95);
        }
        groups.values().forEach(number -> assertEquals(40, number));
        assertEquals(200, women);
    }

    @Test
    void anItemDependsOnSeedAndIndexAlone() {
        var few = new SyntheticFaces(10, 5, 32);
        var many = new SyntheticFaces(1000, 5, 64);
        assertEquals(few.identity(7), many.identity(7));
        assertEquals(few.scene(7), many.scene(7));
        assertEquals(few.age(7), many.age(7));
    }

    @Test
    void twoSeedsShareNobody() {
        var people = new HashSet<Long>();
        for (long seed = 0; seed < 4; seed++) {
            var faces = new SyntheticFaces(500, seed, 32);
            for (int i = 0; i < faces.size(); i++) {
                people.add(faces.identity(i).seed());
            }
        }
        assertEquals(2000, people.size());
    }

    @Test
    void thereIsNoItemBeyondTheLast() {
        assertThrows(IndexOutOfBoundsException.class, () -> new SyntheticFaces(3, 1, 32).draw(3));
        assertThrows(IllegalArgumentException.class, () -> new SyntheticFaces(0, 1, 32));
    }
}
