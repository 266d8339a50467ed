package reaging.data;

import java.awt.geom.Path2D;

/**
 * The hair in front of the head as the band between two curves that run from one ear over the head to the other: its
 * outline, and the hairline. A place on them is from -1 (the left end) over 0 (the middle) to 1.
 */
final class HairShape {
    private static final int STEPS = 12; // on either side
    /** The part of each curve that lies above the temples. */
    private static final double CAP = .6;

    private static final AgeCurve THICKNESS =
            AgeCurve.through(0, .25, 1, .38, 2.5, .62, 4.5, .82, 8, .95, 13, 1, 45, .97, 60, .88, 85, .72);
    /** How much of its length hair has: it takes years to grow, and old people wear it shorter. */
    private static final AgeCurve LENGTH =
            AgeCurve.through(0, .15, 1, .3, 4.5, .72, 8, .88, 13, .97, 18, 1.03, 26, 1.03, 36, .93, 60, .84, 80, .74);

    private static final AgeCurve HAIRLINE =
            AgeCurve.through(0, -.300, 4.5, -.268, 8, -.252, 12, -.240, 18, -.230, 25, -.232, 35, -.241, 60, -.250);
    private static final AgeCurve FRINGE = AgeCurve.through(1, 0, 4, .75, 10, .35, 16, 0);

    private final HeadShape head;
    private final SyntheticHair hair;
    private final double baldness;
    private final double top;
    private final double sides;
    private final double length;
    private final double hairline;

    private HairShape(AgedPerson person) {
        head = person.head();
        hair = person.identity().hair();
        baldness = person.baldness();
        double age = person.age();
        var style = hair.style();
        double thickness = THICKNESS.at(age) * hair.volume();
        top = style.top() * thickness;
        sides = style.sides() * thickness;
        length = style.length() * LENGTH.at(age) * (1 - .85 * Math.min(1, 1.3 * baldness));
        double ownFringe = Math.max(style.fringe(), style == SyntheticHairStyle.BUZZ ? 0 : FRINGE.at(age));
        hairline = HAIRLINE.at(age) - .016 * hair.hairline() + .115 * ownFringe * AgeCurve.ramp(age, .5, 4);
    }

    static HairShape of(AgedPerson person) {
        return new HairShape(person);
    }

    double length() {
        return length;
    }

    double top() {
        return top;
    }

    double sides() {
        return sides;
    }

    /** x and y on the outline. */
    double[] outer(double place) {
        double from = Math.abs(place);
        double side = Math.signum(place);
        double width = head.temple() + sides;
        if (from <= CAP) {
            double angle = from / CAP * Math.PI / 2;
            double lift = top * (1 - bald(from));
            double height = HeadShape.TEMPLE_Y - head.top() + lift;
            return new double[] {side * Math.sin(angle) * width, HeadShape.TEMPLE_Y - Math.cos(angle) * height};
        }
        double down = (from - CAP) / (1 - CAP);
        double x = head.cheek() + sides + (.10 * isLong() - .5 * (1 - isLong()) * down) * sides;
        return new double[] {
            side * (width + down * (x - width)), HeadShape.TEMPLE_Y + down * (end() - HeadShape.TEMPLE_Y)
        };
    }

    /** x and y on the hairline. */
    double[] inner(double place) {
        double from = Math.abs(place);
        double side = Math.signum(place);
        double width = head.temple() - .042;
        if (from <= CAP) {
            double angle = from / CAP * Math.PI / 2;
            double height = HeadShape.TEMPLE_Y - hairline;
            double y = HeadShape.TEMPLE_Y - Math.pow(Math.cos(angle), .55) * height;
            double x = side * Math.pow(Math.sin(angle), .9) * width;
            double[] skull = outer(place);
            double gone = bald(from);
            return new double[] {x + gone * (skull[0] - x), y + gone * (skull[1] - y)};
        }
        double down = (from - CAP) / (1 - CAP);
        // Locks get thinner towards their ends.
        double x = head.cheek() + .002 + isLong() * (.06 * down * down - .016);
        return new double[] {
            side * (width + Math.sqrt(down) * (x - width)), HeadShape.TEMPLE_Y + down * (end() - HeadShape.TEMPLE_Y)
        };
    }

    /** A place between hairline (part 0) and outline (part 1). */
    double[] between(double place, double part) {
        double[] outer = outer(place);
        double[] inner = inner(place);
        return new double[] {inner[0] + part * (outer[0] - inner[0]), inner[1] + part * (outer[1] - inner[1])};
    }

    /** From 0 for hair that ends at the ears to 1 for hair that falls. */
    private double isLong() {
        return AgeCurve.ramp(length, .01, .14);
    }

    /** From hairline to outline. */
    double thickness(double place) {
        double[] outer = outer(place);
        double[] inner = inner(place);
        return Math.hypot(outer[0] - inner[0], outer[1] - inner[1]);
    }

    /** The height at which it ends beside the face. */
    private double end() {
        return Math.max(.005, length);
    }

    /** How much of the hair is gone there: the corners of the forehead go first, the sides stay. */
    private double bald(double from) {
        double corner = 1 - Math.min(1, Math.abs(from - .33) / .22);
        double gone = 1.75 * baldness - .75 * (1 - corner);
        return Math.min(1, Math.max(0, gone)) * Math.min(1, Math.max(0, (.58 - from) / .10));
    }

    Path2D outline() {
        var points = new double[4 * (2 * STEPS + 1)];
        int at = 0;
        for (int i = -STEPS; i <= STEPS; i++) {
            double[] point = outer((double) i / STEPS);
            points[at++] = point[0];
            points[at++] = point[1];
        }
        for (int i = STEPS; i >= -STEPS; i--) {
            double[] point = inner((double) i / STEPS);
            points[at++] = point[0];
            points[at++] = point[1];
        }
        return SmoothPath.closed(points);
    }
}
