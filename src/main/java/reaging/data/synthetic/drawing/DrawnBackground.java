package reaging.data.synthetic.drawing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import reaging.data.synthetic.person.SmoothPath;
import reaging.data.synthetic.person.SyntheticScene;
import reaging.data.synthetic.person.Tint;

/** Draws the background and the shoulders, which are the same at every age. */
public final class DrawnBackground {
    private DrawnBackground() {}

    /** Draws an opaque background with a side in pixels. */
    public static BufferedImage draw(SyntheticScene scene, int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var graphics = FaceCanvas.smooth(image, java.awt.geom.AffineTransform.getScaleInstance(side, side));
        graphics.setPaint(new GradientPaint(0, 0, scene.first(), 0, 1, scene.second()));
        graphics.fill(new Rectangle2D.Double(0, 0, 1, 1));
        var random = new SplittableRandom(scene.seed() ^ 0xBAC6);
        graphics.setPaint(Tint.clear(scene.second(), .5));
        switch (scene.pattern()) {
            case PLAIN -> {}
            case STRIPES -> {
                double width = random.nextDouble(.08, .2);
                for (double x = random.nextDouble(0, width); x < 1; x += 2 * width) {
                    graphics.fill(new Rectangle2D.Double(x, 0, width, 1));
                }
            }
            case DISCS -> {
                for (int i = 0; i < 9; i++) {
                    double radius = random.nextDouble(.06, .18);
                    graphics.setPaint(Tint.clear(Tint.mix(scene.second(), Color.WHITE, random.nextDouble()), .35));
                    graphics.fill(SmoothPath.ellipse(random.nextDouble(), random.nextDouble(), radius, radius));
                }
            }
            case HORIZON -> {
                double y = random.nextDouble(.45, .7);
                graphics.setPaint(Tint.clear(Tint.shade(scene.second(), .6), .8));
                graphics.fill(new Rectangle2D.Double(0, y, 1, 1 - y));
            }
            case PANELS -> {
                double x = random.nextDouble(.1, .9);
                graphics.fill(new Rectangle2D.Double(x, 0, 1 - x, 1));
                graphics.fill(new Rectangle2D.Double(x, random.nextDouble(.2, .8), 1 - x, 1));
            }
        }
        graphics.setTransform(scene.upright(side));
        Color dark = Tint.shade(scene.clothing(), .6);
        graphics.setPaint(new GradientPaint(0, .36f, scene.clothing(), 0, .56f, dark));
        graphics.fill(SmoothPath.from(.10, .375)
                .to(.20, .39)
                .to(.36, .43)
                .to(.50, .52)
                .to(.52, .8)
                .to(.2, .8)
                .mirrored());
        // A collar, wider than any neck.
        graphics.setPaint(random.nextBoolean() ? dark : Tint.mix(scene.clothing(), Color.WHITE, .55));
        graphics.fill(SmoothPath.ellipse(0, .412, .192, .105));
        graphics.dispose();
        return image;
    }
}
