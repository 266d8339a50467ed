package reaging.animation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgeCourseTest {
    @Test
    void itRunsThereAndBack() {
        var course = new AgeCourse(5, 80, 12);
        assertEquals(5, course.at(0), 1e-9);
        assertEquals(80, course.at(6), 1e-9);
        for (int i = 1; i < 6; i++) {
            assertTrue(course.at(i) > course.at(i - 1));
            assertEquals(course.at(i), course.at(12 - i), 1e-9);
        }
    }

    @Test
    void itMayRunTowardsYouth() {
        assertEquals(10, new AgeCourse(60, 10, 4).at(2), 1e-9);
    }

    @Test
    void agesThatNobodyHasAndSingleFramesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AgeCourse(-1, 80, 12));
        assertThrows(IllegalArgumentException.class, () -> new AgeCourse(5, 121, 12));
        assertThrows(IllegalArgumentException.class, () -> new AgeCourse(5, 80, 1));
    }
}
