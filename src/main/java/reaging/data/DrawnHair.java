package reaging.data;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import reaging.data.SyntheticHairStyle.Combing;
import reaging.data.SyntheticHairStyle.Knot;

/** The hair: a mass behind head and neck, the cap in front, its strands or curls, and the light on it. */
final class DrawnHair {
    private static final AgeCurve OPACITY = AgeCurve.through(0, .35, 1, .55, 2.5, .85, 4, 1, 62, 1, 90, .86);
    private static final AgeCurve SHINE = AgeCurve.through(0, .8, 17, 1.3, 26, 1.3, 36, .6);
    private static final int STRANDS = 44;
    private static final int CURLS = 64;

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
            double x = side * (head.cheek() + .06 * grown - .03);
            double width = side * .07 * grown;
            canvas.silhouette(
                    SmoothPath.closed(
                            side * .15,
                            -.12,
                            x,
                            -.14,
                            x + width,
                            0,
                            x + .93 * width,
                            .28 * grown,
                            x + .4 * width,
                            .40 * grown,
                            x - .15 * width,
                            .28 * grown,
                            x - side * .02,
                            .02),
                    Tint.shade(person.hair(), .8));
        }
        if (shape.length() > .02) {
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
        // Its shadow on the forehead, then the hair itself.
        Color shadow = Tint.shade(Tint.mix(person.skin(), new Color(0x5A2010), .3), .5);
        canvas.line(path(shape, -.62, .62, .0), .050, Tint.clear(shadow, .20 * opacity));
        canvas.silhouette(shape.outline(), Tint.clear(person.hair(), opacity));
        if (person.identity().hair().style().curl() > 0) {
            drawCurls(canvas, person, shape, opacity);
        } else {
            drawStrands(canvas, person, shape, opacity);
        }
    }

    private static void drawStrands(FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity) {
        var random = new SplittableRandom(person.identity().seed() ^ 0x57124);
        var hair = person.identity().hair();
        double parting = hair.parting() * .6;
        for (int i = 0; i < STRANDS; i++) {
            double place = random.nextDouble(-1, 1);
            double part = random.nextDouble();
            double width = random.nextDouble(.006, .013);
            // Where the hair is gone so are its strands, gradually.
            double strength = .60 * opacity * AgeCurve.ramp(shape.thickness(place), .010, .025);
            Color colour = Tint.clear(strand(person, random.nextDouble(), random.nextDouble()), strength);
            if (hair.style().combing() == Combing.UP && Math.abs(place) < .62) {
                double lean = .05 * Math.signum(parting) + .08 * (part - .5);
                canvas.line(across(shape, place, -.04 + .3 * part, lean), width, colour);
            } else {
                // Away from the parting, as far as the hair goes.
                double reach = random.nextDouble(.35, .8);
                double end = place > parting ? Math.min(1, place + reach) : Math.max(-1, place - reach);
                canvas.line(path(shape, place, end, .04 + .93 * part), width, colour);
            }
        }
        drawTips(canvas, person, shape, opacity, random);
        drawShine(canvas, person, shape, opacity);
    }

    /** Strands that reach over the hairline, so that it is no ruled line. */
    private static void drawTips(
            FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity, SplittableRandom random) {
        for (int i = 0; i < 26; i++) {
            double place = -.56 + 1.12 * (i + random.nextDouble()) / 26;
            double reach = random.nextDouble(.02, .14);
            double lean = .10 * Math.signum(person.identity().hair().parting()) + random.nextDouble(-.05, .05);
            Color colour = Tint.shade(person.hair(), random.nextDouble(.8, 1.1));
            double strength = .60 * opacity * AgeCurve.ramp(shape.thickness(place), .02, .05);
            canvas.line(across(shape, place, -reach, lean), .008, Tint.clear(colour, strength));
        }
    }

    /** A band of light over the top of smooth hair. */
    private static void drawShine(FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity) {
        Color bright = Tint.mix(Tint.shade(person.hair(), 1.25), Color.WHITE, .38);
        double to = person.identity().hair().parting() > 0 ? .12 : .38;
        double strength = opacity * SHINE.at(person.age()) * AgeCurve.ramp(shape.thickness(0), .03, .07);
        canvas.line(path(shape, to - .5, to, .60), .034, Tint.clear(bright, .16 * strength));
        canvas.line(path(shape, to - .44, to - .06, .62), .016, Tint.clear(bright, .22 * strength));
    }

    /** Along the head, at one depth in the hair. */
    private static Path2D path(HairShape shape, double from, double to, double part) {
        var points = new double[2 * 7];
        for (int i = 0; i < 7; i++) {
            double[] point = shape.between(from + (to - from) * i / 6, part);
            points[2 * i] = point[0];
            points[2 * i + 1] = point[1];
        }
        return SmoothPath.open(points);
    }

    /** From a depth in the hair outwards, leaning to one side. */
    private static Path2D across(HairShape shape, double place, double part, double lean) {
        double[] root = shape.between(place, part);
        double[] middle = shape.between(place + .4 * lean, part + .35);
        double[] tip = shape.between(place + lean, Math.min(.98, part + .75));
        return SmoothPath.open(root[0], root[1], middle[0], middle[1], tip[0], tip[1]);
    }

    private static void drawCurls(FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity) {
        var random = new SplittableRandom(person.identity().seed() ^ 0xC0271);
        double radius = person.identity().hair().style().curl() * AgeCurve.ramp(person.age(), -2, 6);
        for (int i = -10; i <= 10; i++) {
            double[] point = shape.between(i / 10.0, .9);
            double own = Math.min(radius, 1.2 * shape.thickness(i / 10.0)) * random.nextDouble(.85, 1.15);
            canvas.silhouette(SmoothPath.ellipse(point[0], point[1], own, own), Tint.clear(person.hair(), opacity));
        }
        for (int i = 0; i < CURLS; i++) {
            double place = random.nextDouble(-1, 1);
            double[] point = shape.between(place, random.nextDouble(.02, .98));
            double own = Math.min(radius, shape.thickness(place)) * random.nextDouble(.40, .75);
            Color colour = strand(person, random.nextDouble(), random.nextDouble());
            canvas.glow(point[0], point[1] + .4 * own, 1.3 * own, 1.3 * own, Tint.shade(colour, .55), .42 * opacity);
            canvas.glow(
                    point[0], point[1] - .2 * own, own, .8 * own, Tint.mix(colour, Color.WHITE, .12), .75 * opacity);
        }
    }

    /** Lighter and darker than the hair; each strand greys at a time of its own, which makes pepper and salt. */
    private static Color strand(AgedPerson person, double shade, double greysAt) {
        double grey = person.grey();
        double own = AgeCurve.ramp(grey, .7 * greysAt, .7 * greysAt + .3);
        return Tint.shade(person.hair(own), .50 + .95 * shade);
    }
}
