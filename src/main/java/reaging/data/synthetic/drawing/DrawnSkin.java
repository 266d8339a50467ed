package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.util.SplittableRandom;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.Tint;

/**
 * Draws blush, freckles, moles and a teenager's spots. Age spots are left out: their positions cannot be predicted from a younger
 * face, and a generator turns them into noise in a short training.
 */
public final class DrawnSkin {
    private static final Color BLUSH = new Color(0xE8604E);
    private static final Color SPOT = new Color(0x7A4A28);

    private static final AgeCurve BLUSHING =
            AgeCurve.through(0, .52, 4.5, .42, 8, .30, 12, .20, 17, .10, 25, .12, 40, .09, 60, .07, 80, .10);
    private static final AgeCurve PIMPLES = AgeCurve.through(11.5, 0, 15, 1, 18, 1, 23, 0);
    private static final AgeCurve FRECKLES = AgeCurve.through(2, 0, 6, .9, 17, 1, 40, .7, 80, .4);

    private DrawnSkin() {}

    public static void draw(FaceCanvas canvas, AgedPerson person) {
        var head = person.head();
        double round = AgeCurve.ramp(person.age(), 20, 0);
        double cheekX = .125 + .02 * round;
        double cheekY = .10 + .03 * (1 - round);
        for (int side = -1; side <= 1; side += 2) {
            canvas.glow(side * cheekX, cheekY, .10, .085, BLUSH, BLUSHING.at(person.age()));
        }
        drawFreckles(canvas, person);
        drawPimples(canvas, person);
        for (var mole : person.identity().moles()) {
            double x = mole.across() * head.cheek();
            double y = mole.down() * head.chin();
            canvas.fill(
                    SmoothPath.ellipse(x, y, mole.radius(), mole.radius()), Tint.mix(person.skin(), Color.BLACK, .72));
        }
    }

    private static void drawFreckles(FaceCanvas canvas, AgedPerson person) {
        double strength = person.identity().colouring().freckles() * FRECKLES.at(person.age());
        if (strength <= 0) {
            return;
        }
        var random = new SplittableRandom(person.identity().seed() ^ 0xF4EC);
        Color colour = Tint.clear(Tint.mix(person.skin(), SPOT, .6), .75 * strength);
        for (int i = 0; i < 26; i++) {
            double x = random.nextDouble(-.19, .19);
            double y = random.nextDouble(.045, .14);
            double radius = random.nextDouble(.004, .0075);
            canvas.fill(SmoothPath.ellipse(x, y, radius, radius), colour);
        }
    }

    private static void drawPimples(FaceCanvas canvas, AgedPerson person) {
        double strength = PIMPLES.at(person.age());
        var random = new SplittableRandom(person.identity().seed() ^ 0x91417);
        for (int i = 0; i < 7 && strength > 0; i++) {
            double side = i % 2 == 0 ? 1 : -1;
            double x = side * random.nextDouble(.07, .19);
            double y = i < 3 ? random.nextDouble(-.20, -.13) : random.nextDouble(.09, .24);
            canvas.glow(x, y, .018, .018, Tint.mix(new Color(0xC23A34), person.skin(), .2), .65 * strength);
            canvas.glow(x, y - .003, .008, .008, Tint.mix(person.skin(), Color.WHITE, .5), .5 * strength);
        }
    }
}
