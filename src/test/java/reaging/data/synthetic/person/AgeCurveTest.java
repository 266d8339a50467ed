package reaging.data.synthetic.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AgeCurveTest {
    @Test
    void itRunsThroughItsPointsAndStraightBetweenThem() {
        var curve = AgeCurve.through(10, 1, 20, 3, 40, 2);
        assertEquals(1, curve.at(0));
        assertEquals(1, curve.at(10));
        assertEquals(2, curve.at(15));
        assertEquals(3, curve.at(20));
        assertEquals(2.5, curve.at(30));
        assertEquals(2, curve.at(120));
    }

    @Test
    void aRampStaysBetweenZeroAndOne() {
        assertEquals(0, AgeCurve.ramp(10, 20, 40));
        assertEquals(.5, AgeCurve.ramp(30, 20, 40));
        assertEquals(1, AgeCurve.ramp(50, 20, 40));
    }

    @Test
    void anAgeWithoutValueIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> AgeCurve.through(1, 2, 3));
    }
}
