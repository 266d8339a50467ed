package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.awt.geom.Path2D;
import reaging.data.Sex;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.HeadShape;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.SyntheticTendencies.Beard;
import reaging.data.synthetic.person.Tint;

/** Draws the hair on a man's face. */
public final class DrawnBeard {
    private static final AgeCurve GROWTH = AgeCurve.through(18, 0, 24.5, .60, 33, 1);
    private static final AgeCurve SHADOW = AgeCurve.through(15, 0, 20, .5, 26, 1, 60, .8, 90, .3);

    private DrawnBeard() {}

    public static void draw(FaceCanvas canvas, AgedPerson person) {
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
        return SmoothPath.from(.010, head.noseY() + .026)
                .to(.055, head.noseY() + .036)
                .to(.092, y - .004)
                .to(.098, y + .022)
                .to(.080, y + .004)
                .to(.030, y - .014)
                .mirrored();
    }

    private static Path2D chin(HeadShape head) {
        double y = head.mouthY();
        return SmoothPath.from(.020, y + .038)
                .to(.055, y + .045)
                .to(.070, head.chin() - .02)
                .to(.03, head.chin() + .01)
                .mirrored();
    }

    /** Returns the area from ear to ear along the jaw, up to below the mouth. */
    private static Path2D jaw(HeadShape head) {
        double y = head.mouthY();
        return SmoothPath.from(.030, y + .040)
                .to(.085, y + .030)
                .to(.120, y - .010)
                .to(.80 * head.cheek(), .12)
                .to(.96 * head.cheek(), .02)
                .to(1.05 * head.cheek(), .02)
                .to(1.08 * head.jaw(), .7 * head.chin())
                .to(1.3 * head.chinWidth(), head.chin() + .02)
                .to(.02, head.chin() + .03)
                .mirrored();
    }
}
