package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.Tint;

/** Draws the lines of age: forehead, frown, crow's feet, under the eyes, beside the mouth, jowls, neck. */
public final class DrawnWrinkles {
    /** The depth of the lines. */
    private static final AgeCurve DEPTH =
            AgeCurve.through(22, 0, 26, .04, 34.5, .30, 44.5, .54, 52, .66, 59.5, .78, 70, .93, 80, 1.06, 95, 1.15);

    private DrawnWrinkles() {}

    public static void draw(FaceCanvas canvas, AgedPerson person) {
        double depth = DEPTH.at(person.age()) * person.identity().tendencies().wrinkles();
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

    /** Draws the hollows that form with age: temples, below the cheekbones, jowls, neck. */
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
                    SmoothPath.from(-half, y + .006)
                            .to(-.06, y - .006)
                            .to(.06, y - .006)
                            .to(half, y + .006)
                            .open());
        }
        double frown = AgeCurve.ramp(depth, .35, 1.1);
        for (int side = -1; side <= 1; side += 2) {
            crease(
                    canvas,
                    person,
                    frown,
                    SmoothPath.from(side * .020, -.105).to(side * .016, -.065).open());
        }
    }

    private static void drawAroundEye(FaceCanvas canvas, AgedPerson person, double depth, int side) {
        double x = side * person.head().eyeX();
        Color bag = Tint.shade(Tint.mix(person.skin(), new Color(0x6B3A55), .35), .62);
        canvas.glow(x, .042, .060, .026, bag, Math.min(.8, .75 * depth));
        double under = AgeCurve.ramp(depth, .10, .85);
        crease(
                canvas,
                person,
                under,
                SmoothPath.from(x - .045, .036).to(x, .058).to(x + .045, .036).open());
        double feet = AgeCurve.ramp(depth, .22, 1);
        double corner = x + side * .062;
        double end = x + side * (.085 + .022 * Math.min(1, depth));
        crease(
                canvas,
                person,
                feet,
                SmoothPath.from(corner, -.008).to(end, -.030).open());
        crease(
                canvas,
                person,
                feet,
                SmoothPath.from(corner, .006).to(end + side * .006, .006).open());
        crease(canvas, person, feet, SmoothPath.from(corner, .020).to(end, .042).open());
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
                SmoothPath.from(noseX, head.noseY() - .015)
                        .to(side * .088, head.noseY() + .035)
                        .to(endX, head.mouthY() + .012)
                        .open());
        double lower = AgeCurve.ramp(depth, .45, 1.1);
        crease(
                canvas,
                person,
                lower,
                SmoothPath.from(side * .088, head.mouthY() + .022)
                        .to(side * .095, head.mouthY() + .075)
                        .open());
    }

    /** Draws a fold: a soft dark line, a sharp one in it, and light on the skin below. */
    private static void crease(FaceCanvas canvas, AgedPerson person, double strength, Shape line) {
        if (strength <= 0) {
            return;
        }
        Color dark = Tint.shade(Tint.mix(person.skin(), new Color(0x5A2010), .25), .50);
        // On dark skin a shadow hardly shows and a fold is visible by its light.
        double light = .20 + .35 * (1 - Tint.brightness(person.skin()) / 255);
        canvas.line(
                AffineTransform.getTranslateInstance(0, .010).createTransformedShape(line),
                .008,
                Tint.clear(Tint.mix(person.skin(), Color.WHITE, .45), light * Math.min(1, strength)));
        canvas.line(line, .020, Tint.clear(dark, .22 * strength));
        canvas.line(line, .009, Tint.clear(dark, .62 * strength));
    }
}
