package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.Tint;

/** Draws curly hair: a bumpy outline, and many small highlights with a shadow below each. */
final class DrawnCurls {
    private static final int CURLS = 64;

    private DrawnCurls() {}

    /** Returns the bumps along the outline of the hair. */
    static Path2D outline(AgedPerson person, HairShape shape) {
        var random = new SplittableRandom(person.identity().seed() ^ 0xB3A5);
        var bumps = new Path2D.Double();
        for (int i = -10; i <= 10; i++) {
            double[] point = shape.between(i / 10.0, .9);
            double own = Math.min(radius(person), 1.2 * shape.thickness(i / 10.0)) * random.nextDouble(.85, 1.15);
            bumps.append(SmoothPath.ellipse(point[0], point[1], own, own), false);
        }
        return bumps;
    }

    static void draw(FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity) {
        var random = new SplittableRandom(person.identity().seed() ^ 0xC0271);
        for (int i = 0; i < CURLS; i++) {
            double place = random.nextDouble(-1, 1);
            double[] point = shape.between(place, random.nextDouble(.02, .98));
            double own = Math.min(radius(person), shape.thickness(place)) * random.nextDouble(.40, .75);
            Color colour = person.strand(random.nextDouble(), random.nextDouble());
            canvas.glow(point[0], point[1] + .4 * own, 1.3 * own, 1.3 * own, Tint.shade(colour, .55), .42 * opacity);
            canvas.glow(
                    point[0], point[1] - .2 * own, own, .8 * own, Tint.mix(colour, Color.WHITE, .12), .75 * opacity);
        }
    }

    private static double radius(AgedPerson person) {
        return person.identity().hair().style().curl() * AgeCurve.ramp(person.age(), -2, 6);
    }
}
