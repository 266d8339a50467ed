package reaging.faces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reaging.data.FivePoints.Point;
import reaging.networks.BlazeFace.Candidate;

/**
 * A face that BlazeFace detected, in pixels of the photo.
 *
 * @param box box around it, upright in the photo
 * @param angle clockwise angle of the line from eye to eye in radians
 */
record Detection(double score, Box box, double angle) {
    /** Boxes of the same face overlap by more; those of two people do not. */
    private static final double SAME = .3;

    /** A box that lies inside another by this fraction shows a part of the same face. */
    private static final double PART = .7;

    /** Converts a candidate in a region of a photo. */
    static Detection of(Candidate candidate, Region region) {
        var middle = region.toPhoto(candidate.x(), candidate.y());
        var left = point(candidate, region, 0);
        var right = point(candidate, region, 1);
        return new Detection(
                candidate.score(),
                Box.around(middle, candidate.width() * region.side(), candidate.height() * region.side()),
                Math.atan2(right.y() - left.y(), right.x() - left.x()));
    }

    private static Point point(Candidate candidate, Region region, int index) {
        return region.toPhoto(candidate.points()[index][0], candidate.points()[index][1]);
    }

    /** Keeps the best of those that show the same face. */
    static List<Detection> distinct(List<Detection> all) {
        List<Detection> kept = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .filter(each -> kept.stream().noneMatch(each::shows))
                .forEach(kept::add);
        return kept;
    }

    private boolean shows(Detection other) {
        return box.overlap(other.box) > SAME || box.inside(other.box) > PART;
    }

    /** Returns the square for FaceMesh, upright along the eyes. */
    Region region() {
        return new Region(box.middle(), 1.5 * Math.max(box.width(), box.height()), angle);
    }
}
