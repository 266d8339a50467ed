package reaging.data;

import java.awt.Color;
import java.awt.Shape;

/** The lines of age: forehead, frown, crow's feet, under the eyes, beside the mouth, jowls, neck. */
final class DrawnWrinkles {
    private DrawnWrinkles() {}

    static void draw(FaceCanvas canvas, AgedPerson person) {
        double depth = person.wrinkles();
        if (depth <= 0) {
            return;
        }
        drawHollows(canvas, person, depth);
        drawForehead(canvas, person, depth);
        for (int side = -1; side <= 1; side += 2) {
            drawAroundEye(canvas, person, depth, side);
            drawAroundMouth(canvas, person, depth, side);
        }
    }

    /** Where flesh goes with the years: temples, below the cheek bones, jowls, neck. */
    private static void drawHollows(FaceCanvas canvas, AgedPerson person, double depth) {
        var head = person.head();
        Color shadow = Tint.shade(Tint.mix(person.skin(), new Color(0x6A2A18), .2), .55);
        for (int side = -1; side <= 1; side += 2) {
            canvas.glow(side * .92 * head.temple(), -.07, .09, .10, shadow, .40 * depth);
            canvas.glow(side * .80 * head.cheek(), .17, .075, .11, shadow, .34 * depth);
            canvas.glow(side * .62 * head.jaw(), .90 * head.chin(), .07, .035, shadow, .42 * depth);
            canvas.glow(side * .05, head.chin() + .07, .024, .060, shadow, .36 * depth);
        }
    }

    private static void drawForehead(FaceCanvas canvas, AgedPerson person, double depth) {
        for (int i = 0; i < 3; i++) {
            // The lower line comes first, the upper ones join it.
            double own = AgeCurve.ramp(depth, .10 + .16 * i, .75 + .12 * i);
            double y = -.145 - .042 * i;
            double half = .125 - .016 * i;
            crease(
                    canvas,
                    person,
                    own,
                    SmoothPath.open(-half, y + .006, -.06, y - .006, .06, y - .006, half, y + .006));
        }
        double frown = AgeCurve.ramp(depth, .35, 1.1);
        for (int side = -1; side <= 1; side += 2) {
            crease(canvas, person, frown, SmoothPath.open(side * .020, -.105, side * .016, -.065));
        }
    }

    private static void drawAroundEye(FaceCanvas canvas, AgedPerson person, double depth, int side) {
        double x = side * person.head().eyeX();
        Color bag = Tint.shade(Tint.mix(person.skin(), new Color(0x6B3A55), .35), .62);
        canvas.glow(x, .042, .060, .026, bag, Math.min(.8, .75 * depth));
        double under = AgeCurve.ramp(depth, .10, .85);
        crease(canvas, person, under, SmoothPath.open(x - .045, .036, x, .058, x + .045, .036));
        double feet = AgeCurve.ramp(depth, .22, 1);
        double corner = x + side * .062;
        double end = x + side * (.085 + .022 * Math.min(1, depth));
        crease(canvas, person, feet, SmoothPath.open(corner, -.008, end, -.030));
        crease(canvas, person, feet, SmoothPath.open(corner, .006, end + side * .006, .006));
        crease(canvas, person, feet, SmoothPath.open(corner, .020, end, .042));
    }

    private static void drawAroundMouth(FaceCanvas canvas, AgedPerson person, double depth, int side) {
        var head = person.head();
        double own = AgeCurve.ramp(depth, -.05, .85);
        double noseX = side * .055;
        double endX = side * .115;
        crease(
                canvas,
                person,
                own,
                SmoothPath.open(
                        noseX, head.noseY() - .015, side * .088, head.noseY() + .035, endX, head.mouthY() + .012));
        double lower = AgeCurve.ramp(depth, .45, 1.1);
        crease(
                canvas,
                person,
                lower,
                SmoothPath.open(side * .088, head.mouthY() + .022, side * .095, head.mouthY() + .075));
    }

    /** A fold: a soft dark line, a sharp one in it, and light on the skin below. */
    private static void crease(FaceCanvas canvas, AgedPerson person, double strength, Shape line) {
        if (strength <= 0) {
            return;
        }
        Color dark = Tint.shade(Tint.mix(person.skin(), new Color(0x5A2010), .25), .50);
        canvas.line(line, .020, Tint.clear(dark, .22 * strength));
        canvas.line(line, .009, Tint.clear(dark, .62 * strength));
    }
}
