package reaging.data.synthetic.drawing;

import java.awt.Color;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.Tint;

/** Draws glasses and earrings. */
public final class DrawnOrnaments {
    private DrawnOrnaments() {}

    public static void draw(FaceCanvas canvas, AgedPerson person) {
        var tendencies = person.identity().tendencies();
        if (person.age() >= tendencies.earringsFrom()) {
            drawEarrings(canvas, person);
        }
        if (person.age() >= tendencies.glassesFrom()) {
            drawGlasses(canvas, person);
        }
    }

    private static void drawEarrings(FaceCanvas canvas, AgedPerson person) {
        var head = person.head();
        Color colour = person.identity().ornament();
        double y = .045 + 1.08 * head.ear();
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (head.cheek() + .02);
            canvas.silhouette(SmoothPath.ellipse(x, y, .017, .017), Tint.shade(colour, .7));
            canvas.fill(SmoothPath.ellipse(x, y, .013, .013), colour);
            canvas.fill(SmoothPath.ellipse(x - .004, y - .005, .005, .005), Color.WHITE);
        }
    }

    private static void drawGlasses(FaceCanvas canvas, AgedPerson person) {
        var head = person.head();
        Color frame = person.identity().ornament();
        double half = Math.min(.088, head.eyeX() - .016);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (head.eyeX() + .004);
            var glass = SmoothPath.from(x - half, -.030)
                    .to(x - .5 * half, -.056)
                    .to(x + .5 * half, -.056)
                    .to(x + half, -.030)
                    .to(x + .92 * half, .030)
                    .to(x + .4 * half, .066)
                    .to(x - .4 * half, .066)
                    .to(x - .92 * half, .030)
                    .closed();
            canvas.fill(glass, new Color(255, 255, 255, 26));
            canvas.line(glass, .014, frame);
            canvas.line(
                    SmoothPath.from(x + side * half, -.028)
                            .to(side * head.cheek(), -.022)
                            .open(),
                    .012,
                    Tint.shade(frame, .8));
        }
        double bridge = head.eyeX() + .004 - half;
        canvas.line(
                SmoothPath.from(-bridge, -.018).to(0, -.028).to(bridge, -.018).open(), .012, frame);
    }
}
