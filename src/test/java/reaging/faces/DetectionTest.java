package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import reaging.data.FivePoints.Point;
import reaging.networks.BlazeFace.Candidate;

class DetectionTest {
    private static Detection at(double score, double x, double y, double side) {
        return new Detection(score, Box.around(new Point(x, y), side, side), 0);
    }

    @Test
    void aCandidateOfATurnedRegionIsPlacedInThePhoto() {
        var candidate = new Candidate(
                .9, .25, .5, .1, .2, new double[][] {{.2, .4}, {.3, .4}, {.25, .5}, {.25, .6}, {.1, .4}, {.4, .4}});
        var detection = Detection.of(candidate, new Region(new Point(50, 50), 100, Math.PI / 2));
        RegionTest.assertNear(new Point(50, 25), detection.box().middle());
        assertEquals(10, detection.box().width(), 1e-9);
        assertEquals(Math.PI / 2, detection.angle(), 1e-9);
        assertEquals(30, detection.region().side(), 1e-9);
    }

    @Test
    void ofThoseThatShowTheSameFaceTheBestIsKept() {
        var best = at(.9, 100, 100, 50);
        var other = at(.8, 300, 100, 50);
        assertEquals(
                List.of(best, other),
                Detection.distinct(List.of(at(.7, 105, 103, 48), other, best, at(.6, 110, 100, 15))));
    }

    @Test
    void neighboursAreTwoFaces() {
        assertEquals(
                2,
                Detection.distinct(List.of(at(.9, 100, 100, 50), at(.8, 135, 100, 50)))
                        .size());
    }

    @Test
    void overlapIsTheCommonPartOfWhatBothCover() {
        var box = new Box(0, 0, 10, 10);
        assertEquals(1, box.overlap(box), 1e-9);
        assertEquals(1 / 3.0, box.overlap(new Box(5, 0, 10, 10)), 1e-9);
        assertEquals(0, box.overlap(new Box(20, 20, 5, 5)), 1e-9);
        assertEquals(1, box.inside(new Box(2, 2, 3, 3)), 1e-9);
    }
}
