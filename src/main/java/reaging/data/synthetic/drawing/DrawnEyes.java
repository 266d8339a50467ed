package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.awt.geom.Path2D;
import reaging.data.Sex;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.Tint;

/** Draws eyes, lids and lashes. */
public final class DrawnEyes {
    private static final AgeCurve WIDTH =
            AgeCurve.through(0, .066, 4.5, .063, 8, .060, 12, .057, 17, .054, 25, .052, 85, .048);
    private static final AgeCurve OPENING = AgeCurve.through(
            0, .046, 4.5, .041, 8, .036, 12, .032, 17, .0285, 25, .0262, 35, .0242, 45, .0230, 60, .021, 85, .0165);
    private static final AgeCurve IRIS =
            AgeCurve.through(0, .036, 4.5, .033, 8, .030, 12, .027, 17, .0245, 25, .023, 80, .021);
    /** How far the outer half of the upper lid hangs down. */
    private static final AgeCurve HOODING = AgeCurve.through(35, 0, 60, .008, 85, .015);

    private static final AgeCurve MAKE_UP = AgeCurve.through(14, 0, 20, 1, 45, .8, 75, .2);

    private DrawnEyes() {}

    public static void draw(FaceCanvas canvas, AgedPerson person) {
        for (int side = -1; side <= 1; side += 2) {
            drawEye(canvas, person, side);
        }
    }

    private static void drawEye(FaceCanvas canvas, AgedPerson person, int side) {
        var own = person.identity().features();
        double age = person.age();
        boolean woman = person.identity().sex() == Sex.FEMALE;
        double x = side * person.head().eyeX();
        double half = WIDTH.at(age) * (1 + .07 * own.eyeSize());
        double open = OPENING.at(age) * (1 + .14 * own.eyeSize()) + (woman ? .002 : 0);
        double tilt = -.010 * own.eyeTilt() + .5 * HOODING.at(age);
        double iris = IRIS.at(age);
        Color skin = person.skin();
        Color lid = Tint.shade(Tint.mix(skin, new Color(0x6A2818), .25), .62);

        // The socket.
        canvas.glow(x, -.012, 1.55 * half, .055, lid, .34);
        double inner = x - side * half;
        double outer = x + side * half;
        var upper = SmoothPath.from(inner, .004)
                .to(x - side * .5 * half, -.72 * open)
                .to(x, -open)
                .to(x + side * .55 * half, -.70 * open + HOODING.at(age))
                .to(outer, tilt)
                .open();
        var lower = SmoothPath.from(outer, tilt)
                .to(x + side * .45 * half, .62 * open + .4 * tilt)
                .to(x, .74 * open)
                .to(x - side * .5 * half, .55 * open)
                .to(inner, .004)
                .open();
        var eye = new Path2D.Double(upper);
        eye.append(lower, true);
        eye.closePath();

        canvas.fill(eye, Tint.mix(new Color(0xF7F5F2), new Color(0xDCCFB8), AgeCurve.ramp(age, 40, 90)));
        canvas.clipped(eye, () -> {
            Color colour = person.identity().colouring().iris();
            Color aged = Tint.mix(colour, Tint.grey(colour), AgeCurve.ramp(age, 50, 110));
            canvas.fill(SmoothPath.ellipse(x, -.08 * open, iris, iris), Tint.shade(aged, .55));
            canvas.fill(SmoothPath.ellipse(x, -.08 * open, .84 * iris, .84 * iris), aged);
            canvas.fill(
                    SmoothPath.ellipse(x, .30 * iris, .55 * iris, .42 * iris),
                    Tint.clear(Tint.mix(aged, Color.WHITE, .5), .55));
            canvas.fill(SmoothPath.ellipse(x, -.08 * open, .45 * iris, .45 * iris), new Color(0x0B0908));
            canvas.fill(SmoothPath.ellipse(x + .35 * iris, -.5 * iris, .26 * iris, .26 * iris), Color.WHITE);
            // The lid's shadow on the eye.
            canvas.line(upper, .35 * open, Tint.clear(lid, .35));
        });

        double make = woman ? MAKE_UP.at(age) : 0;
        Color lash = Tint.mix(Tint.shade(lid, .55), new Color(0x120C0A), .35 + .6 * make);
        canvas.line(lower, .006, Tint.clear(lid, .65));
        canvas.line(upper, .010 + .007 * make, lash);
        // The fold above the lid; with age the lid hangs over it.
        var fold = SmoothPath.from(inner, -.45 * open - .006)
                .to(x, -open - .017)
                .to(outer + side * .004, -.35 * open + 1.2 * HOODING.at(age))
                .open();
        canvas.line(fold, .007, Tint.clear(lid, .45 + 20 * HOODING.at(age)));
    }
}
