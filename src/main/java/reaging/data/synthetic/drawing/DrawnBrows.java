package reaging.data.synthetic.drawing;

import reaging.data.Sex;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.Tint;

/** Draws the brows. */
public final class DrawnBrows {
    private static final AgeCurve THICKNESS =
            AgeCurve.through(0, .006, 4.5, .010, 8, .013, 12, .016, 17, .020, 25, .022, 50, .022, 85, .016);
    private static final AgeCurve OPACITY = AgeCurve.through(0, .30, 4.5, .55, 8, .70, 12, .82, 17, .92, 80, .8);

    private DrawnBrows() {}

    public static void draw(FaceCanvas canvas, AgedPerson person) {
        for (int side = -1; side <= 1; side += 2) {
            draw(canvas, person, side);
        }
    }

    private static void draw(FaceCanvas canvas, AgedPerson person, int side) {
        var own = person.identity().features();
        double age = person.age();
        double man = person.identity().sex() == Sex.MALE ? person.maturity() : -.4 * person.maturity();
        double x = side * person.head().eyeX();
        double thick = THICKNESS.at(age) * (1 + .25 * own.browThickness() + .28 * man);
        double y = -.079 - .004 * own.browArch() + .010 * man - .006 * (1 - person.maturity());
        double arch = .014 + .006 * own.browArch() - .006 * man;
        double sag = .012 * AgeCurve.ramp(age, 40, 85);
        double inner = x - side * .060;
        double outer = x + side * .066;
        var brow = SmoothPath.from(inner, y + .55 * thick)
                .to(inner, y - .45 * thick)
                .to(x, y - arch - .5 * thick)
                .to(x + side * .04, y - arch - .2 * thick)
                .to(outer, y + .4 * arch + sag)
                .to(x + side * .035, y - arch + .45 * thick)
                .to(x, y - arch + .55 * thick)
                .closed();
        canvas.fill(brow, Tint.clear(person.brow(), OPACITY.at(age)));
    }
}
