package reaging.data.synthetic.drawing;

import java.awt.Color;
import reaging.data.Sex;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.SyntheticScene;
import reaging.data.synthetic.person.Tint;

/** Draws the nose: a bridge of light and shade, the tip, and two nostrils. */
public final class DrawnNose {
    private static final AgeCurve HALF_WIDTH =
            AgeCurve.through(0, .029, 4.5, .032, 8, .035, 12, .039, 17, .043, 25, .045, 60, .050, 90, .056);

    private DrawnNose() {}

    /** Returns the height of the tip's centre, downwards in the face's frame. */
    public static double tip(AgedPerson person) {
        return person.head().noseY() - .012;
    }

    public static void draw(FaceCanvas canvas, AgedPerson person, SyntheticScene scene) {
        var own = person.identity().features();
        double tip = person.head().noseY();
        double man = person.identity().sex() == Sex.MALE ? .004 * person.maturity() : -.003 * person.maturity();
        double half = HALF_WIDTH.at(person.age()) * (1 + .18 * own.noseWidth()) + man;
        double grown = person.maturity();
        Color skin = person.skin();
        Color shadow = Tint.shade(Tint.mix(skin, new Color(0x702A14), .25), .60);
        Color light = Tint.mix(skin, Color.WHITE, .55);
        double darkSide = scene.light() > 0 ? -1 : 1;

        // Bridge and flanks.
        canvas.glow(darkSide * .030, .35 * tip, .026, .62 * tip, shadow, .28 + .32 * grown);
        canvas.glow(-darkSide * .034, .35 * tip, .020, .55 * tip, shadow, .10 + .16 * grown);
        canvas.glow(-darkSide * .004, .42 * tip, .015, .75 * tip, light, .25 + .25 * grown);
        // Tip, wings and the shadow below.
        canvas.glow(0, tip + .016, 1.25 * half, .022, shadow, .55);
        canvas.glow(0, tip(person), .62 * half, .022, light, .55);
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(SmoothPath.ellipse(side * .48 * half, tip + .006, .20 * half, .006), Tint.shade(shadow, .5));
            var wing = SmoothPath.from(side * .80 * half, tip - .026)
                    .to(side * 1.02 * half, tip - .006)
                    .to(side * .78 * half, tip + .010)
                    .open();
            canvas.line(wing, .008, Tint.clear(shadow, .45 + .4 * grown));
        }
    }
}
