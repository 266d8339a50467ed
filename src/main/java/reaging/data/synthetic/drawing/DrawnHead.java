package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.awt.GradientPaint;
import reaging.data.synthetic.person.AgeCurve;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.SyntheticScene;
import reaging.data.synthetic.person.Tint;

/** Draws ears, neck and head: the bare skin and the light on it. */
public final class DrawnHead {
    /** The radiance of the skin, higher in young people. */
    private static final AgeCurve RADIANCE = AgeCurve.through(0, 1.1, 17, 1.2, 25, 1.1, 35, .65, 60, .55, 85, .45);

    private DrawnHead() {}

    public static void draw(FaceCanvas canvas, AgedPerson person, SyntheticScene scene) {
        drawEars(canvas, person);
        drawNeck(canvas, person);
        drawFace(canvas, person, scene);
    }

    private static void drawEars(FaceCanvas canvas, AgedPerson person) {
        var head = person.head();
        Color skin = Tint.shade(person.skin(), .90);
        Color inner = Tint.shade(Tint.mix(skin, new Color(0xC04030), .22), .82);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (head.cheek() + .12 * head.ear());
            double y = .045 + .2 * (head.ear() - .06);
            canvas.silhouette(SmoothPath.ellipse(x, y, .50 * head.ear(), head.ear()), skin);
            canvas.fill(SmoothPath.ellipse(x + side * .004, y - .004, .28 * head.ear(), .68 * head.ear()), inner);
        }
    }

    private static void drawNeck(FaceCanvas canvas, AgedPerson person) {
        var head = person.head();
        double half = head.neck();
        // It ends in a round neckline over the clothes, so these need not follow the neck's width.
        var neck = SmoothPath.from(.5 * half, .15)
                .to(.98 * half, .22)
                .to(.96 * half, .36)
                .to(1.02 * half, .42)
                .to(.70 * half, .475)
                .to(.25 * half, .50)
                .mirrored();
        Color skin = Tint.shade(person.skin(), .88);
        canvas.silhouette(neck, new GradientPaint(0, (float) head.chin() - .03f, Tint.shade(skin, .66), 0, .47f, skin));
    }

    private static void drawFace(FaceCanvas canvas, AgedPerson person, SyntheticScene scene) {
        var head = person.head();
        Color skin = person.skin();
        Color shadow = Tint.shade(Tint.mix(skin, new Color(0x7A2A10), .12), .80);
        Color bright = Tint.mix(skin, Color.WHITE, .35);
        canvas.silhouette(head.outline(), shadow);
        // From the edge inwards, the skin turns towards the light.
        double light = .045 * scene.light();
        double middle = .5 * (head.top() + head.chin());
        double halfHeight = .5 * (head.chin() - head.top());
        canvas.glow(light, middle, 1.55 * head.temple(), 1.45 * halfHeight, skin, 1);
        double glow = RADIANCE.at(person.age());
        canvas.glow(2.2 * light, .55 * head.top(), .8 * head.temple(), .6 * -head.top(), bright, .36 * glow);
        canvas.glow(2 * light - .125, .11, .11, .10, bright, .24 * glow);
        canvas.glow(2 * light + .125, .11, .11, .10, bright, .24 * glow);
        canvas.glow(light, .86 * head.chin(), .09, .06, bright, .16);
    }

    /** Shades the dark side of the whole head, hair included; to be drawn last. */
    public static void shadeAwayFromLight(FaceCanvas canvas, SyntheticScene scene) {
        double side = -Math.signum(scene.light());
        double strength = Math.abs(scene.light());
        canvas.glow(side * .36, .05, .34, .62, new Color(0x1A0E14), .42 * strength);
        canvas.glow(-side * .34, -.10, .26, .50, Color.WHITE, .16 * strength);
    }
}
