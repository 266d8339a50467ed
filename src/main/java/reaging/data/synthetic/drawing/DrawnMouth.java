package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.awt.geom.Point2D;
import reaging.data.Sex;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.Tint;

/** Draws the lips and the shadow under them. */
public final class DrawnMouth {
    private static final AgeCurve HALF_WIDTH =
            AgeCurve.through(0, .054, 4.5, .060, 8, .066, 12, .072, 17, .078, 25, .082, 60, .086, 85, .082);
    private static final AgeCurve FULLNESS =
            AgeCurve.through(0, .92, 8, .90, 14, .98, 20, 1.08, 28, 1.04, 40, .85, 55, .62, 70, .42, 85, .30);
    private static final AgeCurve LIPSTICK = AgeCurve.through(15, 0, 21, 1.1, 25, 1.1, 35, .6, 60, .35, 80, .15);
    private static final AgeCurve COLOUR = AgeCurve.through(0, .50, 10, .42, 25, .40, 50, .28, 80, .18);

    private DrawnMouth() {}

    /** Returns the corner on the right of the image, in the face's frame; the left one mirrors it. */
    public static Point2D corner(AgedPerson person) {
        var own = person.identity().features();
        double half = HALF_WIDTH.at(person.age()) * (1 + .13 * own.mouthWidth());
        // The corners droop with age.
        double sunk = .014 * AgeCurve.ramp(person.age(), 35, 85);
        return new Point2D.Double(half, person.head().mouthY() - .005 - .008 * own.smile() + sunk);
    }

    public static void draw(FaceCanvas canvas, AgedPerson person) {
        var own = person.identity().features();
        double age = person.age();
        double y = person.head().mouthY();
        double half = corner(person).getX();
        double fullness = FULLNESS.at(age) * (1 + .25 * own.lipFullness());
        double upper = .018 * fullness;
        double lower = .027 * fullness;
        double corner = corner(person).getY();
        boolean woman = person.identity().sex() == Sex.FEMALE;
        Color skin = person.skin();
        Color natural = Tint.mix(Tint.shade(skin, .86), new Color(0xB8323C), COLOUR.at(age) + (woman ? .08 : 0));
        Color lips = woman ? Tint.mix(natural, new Color(0xB01838), .55 * LIPSTICK.at(age)) : natural;
        Color shadow = Tint.shade(Tint.mix(skin, new Color(0x702A14), .25), .60);

        canvas.glow(0, y + lower + .016, .7 * half, .020, shadow, .45);
        canvas.fill(
                SmoothPath.from(-half, corner)
                        .to(-.45 * half, y - .85 * upper)
                        .to(-.14 * half, y - upper)
                        .to(0, y - .78 * upper)
                        .to(.14 * half, y - upper)
                        .to(.45 * half, y - .85 * upper)
                        .to(half, corner)
                        .to(.5 * half, y + .3 * lower)
                        .to(0, y + .35 * lower)
                        .to(-.5 * half, y + .3 * lower)
                        .closed(),
                Tint.shade(lips, .86));
        canvas.fill(
                SmoothPath.from(-half, corner)
                        .to(-.4 * half, y + .002)
                        .to(0, y + .004)
                        .to(.4 * half, y + .002)
                        .to(half, corner)
                        .to(.5 * half, y + .80 * lower)
                        .to(0, y + lower)
                        .to(-.5 * half, y + .80 * lower)
                        .closed(),
                lips);
        canvas.glow(0, y + .55 * lower, .5 * half, .5 * lower, Tint.mix(lips, Color.WHITE, .6), .55);
        canvas.line(
                SmoothPath.from(-1.04 * half, corner)
                        .to(-.4 * half, y + .002)
                        .to(0, y + .004)
                        .to(.4 * half, y + .002)
                        .to(1.04 * half, corner)
                        .open(),
                .008,
                Tint.shade(Tint.mix(lips, new Color(0x3A0A0A), .5), .6));
    }
}
