package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.util.SplittableRandom;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SyntheticHairStyle.Combing;
import reaging.data.synthetic.person.Tint;

/** Draws the strands of smooth hair, and the light on it. */
final class DrawnStrands {
    private static final int STRANDS = 44;
    private static final int TIPS = 26;
    private static final AgeCurve SHINE = AgeCurve.through(0, .8, 17, 1.3, 26, 1.3, 36, .6);

    private DrawnStrands() {}

    static void draw(FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity) {
        var random = new SplittableRandom(person.identity().seed() ^ 0x57124);
        var hair = person.identity().hair();
        double parting = hair.parting() * .6;
        for (int i = 0; i < STRANDS; i++) {
            double place = random.nextDouble(-1, 1);
            double part = random.nextDouble();
            double width = random.nextDouble(.006, .013);
            // Strands disappear gradually with the hair.
            double strength = .60 * opacity * AgeCurve.ramp(shape.thickness(place), .010, .025);
            Color colour = Tint.clear(person.strand(random.nextDouble(), random.nextDouble()), strength);
            if (hair.style().combing() == Combing.UP && Math.abs(place) < .62) {
                double lean = .05 * Math.signum(parting) + .08 * (part - .5);
                canvas.line(shape.across(place, -.04 + .3 * part, lean), width, colour);
            } else {
                // Away from the parting, as far as the hair reaches.
                double reach = random.nextDouble(.35, .8);
                double end = place > parting ? Math.min(1, place + reach) : Math.max(-1, place - reach);
                canvas.line(shape.along(place, end, .04 + .93 * part), width, colour);
            }
        }
        drawTips(canvas, person, shape, opacity, random);
        drawShine(canvas, person, shape, opacity);
    }

    /** Draws strands that reach over the hairline, so that it does not look ruled. */
    private static void drawTips(
            FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity, SplittableRandom random) {
        for (int i = 0; i < TIPS; i++) {
            double place = -.56 + 1.12 * (i + random.nextDouble()) / TIPS;
            double reach = random.nextDouble(.02, .14);
            double lean = .10 * Math.signum(person.identity().hair().parting()) + random.nextDouble(-.05, .05);
            Color colour = Tint.shade(person.hair(), random.nextDouble(.8, 1.1));
            double strength = .60 * opacity * AgeCurve.ramp(shape.thickness(place), .02, .05);
            canvas.line(shape.across(place, -reach, lean), .008, Tint.clear(colour, strength));
        }
    }

    /** Draws a band of light over the top of smooth hair. */
    private static void drawShine(FaceCanvas canvas, AgedPerson person, HairShape shape, double opacity) {
        Color bright = Tint.mix(Tint.shade(person.hair(), 1.25), Color.WHITE, .38);
        double to = person.identity().hair().parting() > 0 ? .12 : .38;
        double strength = opacity * SHINE.at(person.age()) * AgeCurve.ramp(shape.thickness(0), .03, .07);
        canvas.line(shape.along(to - .5, to, .60), .034, Tint.clear(bright, .16 * strength));
        canvas.line(shape.along(to - .44, to - .06, .62), .016, Tint.clear(bright, .22 * strength));
    }
}
