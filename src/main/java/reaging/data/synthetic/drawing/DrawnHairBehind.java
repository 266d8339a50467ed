package reaging.data.synthetic.drawing;

import java.awt.Color;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.SyntheticHairStyle.Knot;
import reaging.data.synthetic.person.Tint;

/** Draws the hair behind head and neck, a bun or a ponytail; it must be drawn before the head. */
public final class DrawnHairBehind {
    private static final AgeCurve KNOT = AgeCurve.through(1.5, 0, 7, 1);

    private DrawnHairBehind() {}

    public static void draw(FaceCanvas canvas, AgedPerson person) {
        var knot = person.identity().hair().style().knot();
        double grown = KNOT.at(person.age());
        if (knot == Knot.BUN) {
            double y = person.head().top() - .015;
            canvas.silhouette(SmoothPath.ellipse(0, y, .10 * grown, .075 * grown), Tint.shade(person.hair(), .8));
            canvas.glow(-.02, y - .02, .07 * grown, .05 * grown, Tint.shade(person.hair(), 1.3), .6);
        }
        if (knot == Knot.PONYTAIL) {
            drawPonytail(canvas, person, grown);
        }
        if (person.hairGrowth().length() > 0) {
            drawFall(canvas, person);
        }
    }

    private static void drawPonytail(FaceCanvas canvas, AgedPerson person, double grown) {
        double side = Math.signum(person.identity().hair().parting());
        double x = side * (person.head().cheek() + .06 * grown - .03);
        double width = side * .07 * grown;
        Color colour = Tint.shade(person.hair(), .8);
        canvas.silhouette(
                SmoothPath.from(side * .15, -.12)
                        .to(x, -.14)
                        .to(x + width, 0)
                        .to(x + .93 * width, .28 * grown)
                        .to(x + .4 * width, .40 * grown)
                        .to(x - .15 * width, .28 * grown)
                        .to(x - side * .02, .02)
                        .closed(),
                colour);
        canvas.glow(x + .45 * width, .10 * grown, .03 * grown, .16 * grown, Tint.shade(colour, 1.6), .5);
    }

    private static void drawFall(FaceCanvas canvas, AgedPerson person) {
        double width = person.head().cheek() + person.hairGrowth().sides();
        double end = person.hairGrowth().length();
        canvas.silhouette(
                SmoothPath.from(.1, -.2)
                        .to(.9 * width, -.15)
                        .to(width, 0)
                        .to(1.01 * width, .65 * end)
                        .to(.97 * width, .90 * end)
                        .to(.78 * width, end)
                        .to(.45 * width, end + .015)
                        .to(.1, end)
                        .mirrored(),
                Tint.shade(person.hair(), .62));
    }
}
