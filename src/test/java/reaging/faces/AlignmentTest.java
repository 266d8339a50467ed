package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;

class AlignmentTest {
    @ParameterizedTest
    @CsvSource({"100, 80, 64, 0", "1000, 20, 640, .5", "-3, 7, 12, -2", "0, 0, 100, 3.1"})
    void pointsThatLieAsInTheFrameGiveTheRegionThatTheyAreIn(double x, double y, double side, double angle) {
        var region = new Region(new Point(x, y), side, angle);
        var points = mapped(FivePoints.UTKFACE, place -> region.toPhoto(place.x(), place.y()));
        var found = Alignment.of(points, FivePoints.UTKFACE);
        RegionTest.assertNear(region.middle(), found.middle());
        assertEquals(side, found.side(), 1e-9);
        assertEquals(angle, found.angle(), 1e-9);
    }

    @Test
    void noOtherRegionFitsBetter() {
        var frame = FivePoints.FFHQ;
        // An open mouth and a nose that points to a side.
        var points = new FivePoints(
                new Point(30, 40), new Point(62, 44), new Point(50, 60), new Point(33, 84), new Point(59, 82));
        var best = Alignment.of(points, frame);
        double least = misfit(best, points, frame);
        for (double step : new double[] {-.01, .01}) {
            assertTrue(least < misfit(best.scaled(1 + step), points, frame));
            assertTrue(least < misfit(best.turned(step), points, frame));
            var middle = best.middle();
            assertTrue(least
                    < misfit(
                            new Region(new Point(middle.x() + step, middle.y()), best.side(), best.angle()),
                            points,
                            frame));
            assertTrue(least
                    < misfit(
                            new Region(new Point(middle.x(), middle.y() + step), best.side(), best.angle()),
                            points,
                            frame));
        }
    }

    @Test
    void theEyesCountMostInTheScale() {
        var frame = FivePoints.UTKFACE;
        var far = new FivePoints(
                new Point(frame.leftEye().x() - .1, frame.leftEye().y()),
                new Point(frame.rightEye().x() + .1, frame.rightEye().y()),
                frame.nose(),
                frame.leftMouth(),
                frame.rightMouth());
        var wide = new FivePoints(
                frame.leftEye(),
                frame.rightEye(),
                frame.nose(),
                new Point(frame.leftMouth().x() - .1, frame.leftMouth().y()),
                new Point(frame.rightMouth().x() + .1, frame.rightMouth().y()));
        assertTrue(Alignment.of(far, frame).side() > Alignment.of(wide, frame).side() + .1);
    }

    private static double misfit(Region region, FivePoints points, FivePoints frame) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            var place =
                    region.toPhoto(frame.all().get(i).x(), frame.all().get(i).y());
            sum += (i < 2 ? 2.8 : 1) * Math.pow(place.distance(points.all().get(i)), 2);
        }
        return sum;
    }

    private static FivePoints mapped(FivePoints points, UnaryOperator<Point> map) {
        return new FivePoints(
                map.apply(points.leftEye()),
                map.apply(points.rightEye()),
                map.apply(points.nose()),
                map.apply(points.leftMouth()),
                map.apply(points.rightMouth()));
    }
}
