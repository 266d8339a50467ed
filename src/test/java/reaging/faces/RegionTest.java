package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;
import reaging.data.FivePoints.Point;

class RegionTest {
    @Test
    void aQuarterTurnToTheRightHasItsTopAtTheRight() {
        var region = new Region(new Point(100, 50), 20, Math.PI / 2);
        assertNear(new Point(110, 40), region.toPhoto(0, 0));
        assertNear(new Point(110, 60), region.toPhoto(1, 0));
        assertNear(new Point(90, 60), region.toPhoto(1, 1));
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        var region = new Region(new Point(31, 77), 13, 1.1);
        var place = region.fromPhoto(region.toPhoto(.2, .9));
        assertEquals(.2, place.x(), 1e-9);
        assertEquals(.9, place.y(), 1e-9);
    }

    @Test
    void aPhotoLiesInTheMiddleOfTheSquareAroundIt() {
        var region = Region.around(400, 100);
        assertNear(new Point(0, -150), region.toPhoto(0, 0));
        assertNear(new Point(400, 250), region.toPhoto(1, 1));
    }

    @Test
    void boundsEndWhereThePhotoDoes() {
        assertEquals(new Rectangle(0, 5, 10, 10), new Region(new Point(5, 10), 10, 0).bounds(100, 100));
        assertEquals(new Rectangle(95, 95, 5, 5), new Region(new Point(100, 100), 10, 0).bounds(100, 100));
        assertEquals(new Rectangle(42, 42, 16, 16), new Region(new Point(50, 50), 10, Math.PI / 4).bounds(100, 100));
        assertEquals(0, new Region(new Point(300, 50), 10, 0).bounds(100, 100).width);
    }

    static void assertNear(Point expected, Point actual) {
        assertEquals(0, expected.distance(actual), 1e-6, expected + " and " + actual);
    }
}
