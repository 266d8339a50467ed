package reaging.data;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import reaging.data.SyntheticHairStyle.Knot;

/** The hair: a mass behind head and neck, the cap in front, its strands or curls, and the light on it. */
final class DrawnHair {
    private static final AgeCurve OPACITY = AgeCurve.through(0, .35, 1, .55, 2.5, .85, 4, 1, 62, 1, 90, .86);
    private static final int STRANDS = 26;

    private DrawnHair() {}

    /** What lies behind the head: to be drawn first. */
    static void drawBack(FaceCanvas canvas, AgedPerson person) {
        var shape = HairShape.of(person);
        var style = person.identity().hair().style();
        var head = person.head();
        Color dark = Tint.shade(person.hair(), .62);
        double side = Math.signum(person.identity().hair().parting());
        double grown = AgeCurve.ramp(person.age(), 1.5, 7);
        if (style.knot() == Knot.BUN) {
            canvas.silhouette(
                    SmoothPath.ellipse(0, head.top() - .015, .10 * grown, .075 * grown), Tint.shade(person.hair(), .8));
        }
        if (style.knot() == Knot.PONYTAIL) {
            double x = side * (head.cheek() + .03);
            canvas.silhouette(
                    SmoothPath.closed(
                            side * .15,
                            -.12,
                            x,
                            -.14,
                            x + side * .07,
                            0,
                            x + side * .065,
                            .28 * grown,
                            x + side * .03,
                            .40 * grown,
                            x - side * .01,
                            .28 * grown,
                            x - side * .02,
                            .02),
                    Tint.shade(person.hair(), .8));
        }
        if (shape.length() > .1) {
            double width = head.cheek() + shape.sides();
            double end = shape.length();
            canvas.silhouette(
                    SmoothPath.mirrored(
                            .1,
                            -.2,
                            width * .9,
                            -.15,
                            width,
                            0,
                            width * 1.01,
                            .7 * end,
                            width * .96,
                            end,
                            width * .6,
                            end + .02,
                            .1,
                            end),
                    dark);
        }
    }

    /** What lies on the head. */
    static void drawFront(FaceCanvas canvas, AgedPerson person) {
        var shape = HairShape.of(person);
        double opacity = OPACITY.at(person.age());
        canvas.silhouette(shape.outline(), Tint.clear(person.hair(), opacity));
        if (person.identity().hair().style().curl() > 0) {
            drawCurls(canvas, person, shape, opacity);
        } else {
            drawStrands(canvas, person, shape, opacity);
        }
    }

    /** Along the head from the parting to both sides, or upwards where the hair is short. */
    private static void drawStrands(FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity) {
        var random = new SplittableRandom(person.identity().seed() ^ 0x57124);
        double parting = person.identity().hair().parting() * .6;
        for (int i = 0; i < STRANDS; i++) {
            double part = random.nextDouble(.06, .94);
            double start = i % 2 == 0 ? parting : -1;
            double end = i % 2 == 0 ? 1 : parting;
            double from = start + random.nextDouble(0, .25) * (end - start);
            double to = end - random.nextDouble(0, .3) * (end - start);
            Color colour = strand(person, random.nextDouble(), random.nextDouble());
            canvas.line(path(shape, from, to, part), .008, Tint.clear(colour, .55 * opacity));
        }
    }

    private static Path2D path(HairShape shape, double from, double to, double part) {
        var points = new double[2 * 7];
        for (int i = 0; i < 7; i++) {
            double[] point = shape.between(from + (to - from) * i / 6, part);
            points[2 * i] = point[0];
            points[2 * i + 1] = point[1];
        }
        return SmoothPath.open(points);
    }

    private static void drawCurls(FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity) {
        var random = new SplittableRandom(person.identity().seed() ^ 0xC0271);
        double radius = person.identity().hair().style().curl() * AgeCurve.ramp(person.age(), -2, 6);
        Color base = Tint.clear(person.hair(), opacity);
        for (int i = -10; i <= 10; i++) {
            double[] point = shape.between(i / 10.0, .9);
            double[] hairline = shape.inner(i / 10.0);
            double thickness = Math.hypot(point[0] - hairline[0], point[1] - hairline[1]);
            double own = Math.min(radius, 1.2 * thickness) * random.nextDouble(.85, 1.15);
            canvas.silhouette(SmoothPath.ellipse(point[0], point[1], own, own), base);
        }
        for (int i = 0; i < 40; i++) {
            double[] point = shape.between(random.nextDouble(-1, 1), random.nextDouble(.12, .95));
            double own = radius * random.nextDouble(.35, .6);
            Color colour = strand(person, random.nextDouble(), random.nextDouble());
            canvas.line(SmoothPath.ellipse(point[0], point[1], own, own), .008, Tint.clear(colour, .5 * opacity));
        }
    }

    /** Lighter and darker than the hair; each strand greys at a time of its own, which makes pepper and salt. */
    private static Color strand(AgedPerson person, double shade, double greysAt) {
        double grey = person.grey();
        double own = AgeCurve.ramp(grey, .7 * greysAt, .7 * greysAt + .3);
        return Tint.shade(person.hair(own), .62 + .80 * shade);
    }
}
