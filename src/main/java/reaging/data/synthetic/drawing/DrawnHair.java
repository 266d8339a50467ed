package reaging.data.synthetic.drawing;

import java.awt.Color;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.Tint;

/** Draws the hair on the head: its mass, and the shadow that it casts on the forehead. */
public final class DrawnHair {
    private static final AgeCurve OPACITY = AgeCurve.through(0, .35, 1, .55, 2.5, .85, 4, 1);

    private DrawnHair() {}

    public static void draw(FaceCanvas canvas, AgedPerson person) {
        var shape = new HairShape(person.head(), person.hairGrowth());
        double opacity = OPACITY.at(person.age());
        Color shadow = Tint.shade(Tint.mix(person.skin(), new Color(0x5A2010), .3), .5);
        canvas.line(shape.along(-.62, .62, 0), .050, Tint.clear(shadow, .20 * opacity));
        boolean curly = person.identity().hair().style().curl() > 0;
        var mass = shape.outline();
        if (curly) {
            // A single shape: several would show through each other in a baby's thin hair.
            mass.append(DrawnCurls.outline(person, shape), false);
        }
        canvas.silhouette(mass, Tint.clear(person.hair(), opacity));
        if (curly) {
            DrawnCurls.draw(canvas, person, shape, opacity);
        } else {
            DrawnStrands.draw(canvas, person, shape, opacity);
        }
    }
}
