package reaging.data.synthetic.drawing;

import java.awt.geom.Path2D;
import reaging.data.synthetic.person.HairGrowth;
import reaging.data.synthetic.person.HeadShape;
import reaging.data.synthetic.person.SmoothPath;

/**
 * The hair in front of the head as the band between two curves that run from one ear over the head to the other: its
 * outline, and the hairline. Positions on them range from -1 (the left end) through 0 (the centre) to 1.
 */
final class HairShape {
    private static final int STEPS = 12; // on each side
    /** The part of each curve that lies above the temples. */
    private static final double CAP = .6;

    private final HeadShape head;
    private final HairGrowth hair;

    HairShape(HeadShape head, HairGrowth hair) {
        this.head = head;
        this.hair = hair;
    }

    /** Returns x and y on the outline. */
    double[] outer(double place) {
        double from = Math.abs(place);
        double side = Math.signum(place);
        double width = head.temple() + hair.sides();
        if (from <= CAP) {
            double angle = from / CAP * Math.PI / 2;
            double lift = hair.top() * (1 - bald(from));
            double height = HeadShape.TEMPLE_Y - head.top() + lift;
            return new double[] {side * Math.sin(angle) * width, HeadShape.TEMPLE_Y - Math.cos(angle) * height};
        }
        double down = (from - CAP) / (1 - CAP);
        double x = head.cheek() + hair.sides() * (1 + .10 * hair.falling() - .5 * (1 - hair.falling()) * down);
        return new double[] {
            side * (width + down * (x - width)), HeadShape.TEMPLE_Y + down * (end() - HeadShape.TEMPLE_Y)
        };
    }

    /** Returns x and y on the hairline. */
    double[] inner(double place) {
        double from = Math.abs(place);
        double side = Math.signum(place);
        double width = head.temple() - .042;
        if (from <= CAP) {
            double angle = from / CAP * Math.PI / 2;
            double height = HeadShape.TEMPLE_Y - hair.hairline();
            double y = HeadShape.TEMPLE_Y - Math.pow(Math.cos(angle), .55) * height;
            double x = side * Math.pow(Math.sin(angle), .9) * width;
            double[] skull = outer(place);
            double gone = bald(from);
            return new double[] {x + gone * (skull[0] - x), y + gone * (skull[1] - y)};
        }
        double down = (from - CAP) / (1 - CAP);
        // Locks get thinner towards their ends.
        double x = head.cheek() + .002 + hair.falling() * (.06 * down * down - .016);
        return new double[] {
            side * (width + Math.sqrt(down) * (x - width)), HeadShape.TEMPLE_Y + down * (end() - HeadShape.TEMPLE_Y)
        };
    }

    /** Returns a point between hairline (part 0) and outline (part 1). */
    double[] between(double place, double part) {
        double[] outer = outer(place);
        double[] inner = inner(place);
        return new double[] {inner[0] + part * (outer[0] - inner[0]), inner[1] + part * (outer[1] - inner[1])};
    }

    /** Returns the distance from hairline to outline. */
    double thickness(double place) {
        double[] outer = outer(place);
        double[] inner = inner(place);
        return Math.hypot(outer[0] - inner[0], outer[1] - inner[1]);
    }

    /** Returns the height at which it ends beside the face. */
    private double end() {
        return Math.max(.005, hair.length());
    }

    /** Returns the share of hair lost at a position: the corners of the forehead recede first, the sides stay. */
    private double bald(double from) {
        double corner = 1 - Math.min(1, Math.abs(from - .33) / .22);
        double gone = 1.75 * hair.baldness() - .75 * (1 - corner);
        return Math.min(1, Math.max(0, gone)) * Math.min(1, Math.max(0, (.58 - from) / .10));
    }

    Path2D outline() {
        double[] end = outer(-1);
        var path = SmoothPath.from(end[0], end[1]);
        for (int i = 1 - STEPS; i <= STEPS; i++) {
            double[] point = outer((double) i / STEPS);
            path.to(point[0], point[1]);
        }
        for (int i = STEPS; i >= -STEPS; i--) {
            double[] point = inner((double) i / STEPS);
            path.to(point[0], point[1]);
        }
        return path.closed();
    }

    /** Returns a line along the head at one depth in the hair. */
    Path2D along(double from, double to, double part) {
        double[] start = between(from, part);
        var path = SmoothPath.from(start[0], start[1]);
        for (int i = 1; i <= 6; i++) {
            double[] point = between(from + (to - from) * i / 6, part);
            path.to(point[0], point[1]);
        }
        return path.open();
    }

    /** Returns a line from a depth in the hair outwards, leaning to one side. */
    Path2D across(double place, double part, double lean) {
        double[] root = between(place, part);
        double[] middle = between(place + .4 * lean, part + .35);
        double[] tip = between(place + lean, Math.min(.98, part + .75));
        return SmoothPath.from(root[0], root[1])
                .to(middle[0], middle[1])
                .to(tip[0], tip[1])
                .open();
    }
}
