package reaging.data;

import java.awt.Color;
import java.awt.geom.Path2D;
import reaging.data.SyntheticTendencies.Beard;

/** The hair on a man's face. */
final class DrawnBeard {
    private static final AgeCurve GROWTH = AgeCurve.through(18, 0, 24.5, .60, 33, 1);
    private static final AgeCurve SHADOW = AgeCurve.through(15, 0, 20, .5, 26, 1, 60, .8, 90, .3);

    private DrawnBeard() {}

    static void draw(FaceCanvas canvas, AgedPerson person) {
        if (person.identity().sex() == Sex.FEMALE) {
            return;
        }
        var beard = person.identity().tendencies().beard();
        Color colour = Tint.mix(person.brow(), person.hair(1), person.grey());
        double growth = GROWTH.at(person.age());
        // Every grown man's cheeks are a little darker where he shaves.
        double shade = SHADOW.at(person.age()) * (beard == Beard.STUBBLE ? .50 : .17);
        if (shade > 0) {
            canvas.fill(jaw(person.head()), Tint.clear(Tint.mix(colour, person.skin(), .35), shade));
        }
        if (growth <= 0) {
            return;
        }
        Color cover = Tint.clear(colour, .90 * growth);
        switch (beard) {
            case NONE, STUBBLE -> {}
            case MOUSTACHE -> canvas.fill(moustache(person.head()), cover);
            case GOATEE -> {
                canvas.fill(moustache(person.head()), cover);
                canvas.fill(chin(person.head()), cover);
            }
            case FULL -> {
                canvas.fill(jaw(person.head()), cover);
                canvas.fill(moustache(person.head()), cover);
                canvas.glow(0, person.head().chin(), .14, .08, Tint.mix(colour, Color.WHITE, .5), .3 * growth);
            }
        }
    }

    private static Path2D moustache(HeadShape head) {
        double y = head.mouthY();
        return SmoothPath.mirrored(
                .010,
                head.noseY() + .026,
                .055,
                head.noseY() + .036,
                .092,
                y - .004,
                .098,
                y + .022,
                .080,
                y + .004,
                .030,
                y - .014);
    }

    private static Path2D chin(HeadShape head) {
        double y = head.mouthY();
        return SmoothPath.mirrored(.020, y + .038, .055, y + .045, .070, head.chin() - .02, .03, head.chin() + .01);
    }

    /** From ear to ear along the jaw, up to below the mouth. */
    private static Path2D jaw(HeadShape head) {
        double y = head.mouthY();
        return SmoothPath.mirrored(
                .030,
                y + .040,
                .085,
                y + .030,
                .120,
                y - .010,
                .80 * head.cheek(),
                .12,
                .96 * head.cheek(),
                .02,
                1.05 * head.cheek(),
                .02,
                1.08 * head.jaw(),
                .7 * head.chin(),
                1.3 * head.chinWidth(),
                head.chin() + .02,
                .02,
                head.chin() + .03);
    }
}
