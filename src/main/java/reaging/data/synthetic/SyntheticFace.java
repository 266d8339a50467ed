package reaging.data.synthetic;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import reaging.data.synthetic.drawing.DrawnBackground;
import reaging.data.synthetic.drawing.DrawnBeard;
import reaging.data.synthetic.drawing.DrawnBrows;
import reaging.data.synthetic.drawing.DrawnEyes;
import reaging.data.synthetic.drawing.DrawnHair;
import reaging.data.synthetic.drawing.DrawnHairBehind;
import reaging.data.synthetic.drawing.DrawnHead;
import reaging.data.synthetic.drawing.DrawnMouth;
import reaging.data.synthetic.drawing.DrawnNose;
import reaging.data.synthetic.drawing.DrawnOrnaments;
import reaging.data.synthetic.drawing.DrawnSkin;
import reaging.data.synthetic.drawing.DrawnWrinkles;
import reaging.data.synthetic.drawing.FaceCanvas;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.FactorAges;
import reaging.data.synthetic.person.SyntheticIdentity;
import reaging.data.synthetic.person.SyntheticScene;

/** Draws synthetic people: any identity at any age in any scene. Their appearance is our choice throughout. */
public final class SyntheticFace {
    /** Smaller images are drawn at this minimum size and then reduced, so that fine lines keep their weight. */
    private static final int WORKING_SIZE = 256;

    private SyntheticFace() {}

    /**
     * A drawn face.
     *
     * @param image size × size, TYPE_INT_RGB
     * @param mask size × size, TYPE_BYTE_GRAY: 255 where the person is (skin, features, ears, hair, neck, glasses,
     *     earrings), 0 where only background or clothing is, and the covered share, rounded up, along
     *     the edge and where a baby's thin hair stands off the head
     */
    public record Drawing(BufferedImage image, BufferedImage mask) {}

    /**
     * Draws a person at an age. Equal arguments give equal pixels; a pixel whose mask is 0 depends only on the scene.
     *
     * @param age age in years, 0 to 120; the drawing changes continuously with it
     * @param size side of the image in pixels, 8 to 2048
     */
    public static Drawing draw(SyntheticIdentity identity, double age, SyntheticScene scene, int size) {
        return draw(identity, FactorAges.all(age), scene, size);
    }

    /** Draws a person with different ages in one face. */
    public static Drawing draw(SyntheticIdentity identity, FactorAges ages, SyntheticScene scene, int size) {
        if (size < 8 || size > 2048) {
            throw new IllegalArgumentException("size must be from 8 to 2048 pixels but is " + size + "; try 64");
        }
        int factor = Math.max(1, (WORKING_SIZE + size - 1) / size);
        int side = size * factor;
        var background = DrawnBackground.draw(scene, side);
        try (var canvas = new FaceCanvas(side, scene.pose(side))) {
            drawPerson(canvas, identity, ages, scene);
            return reduce(canvas.pixels(), pixels(background), size, factor, scene.brightness());
        }
    }

    private static void drawPerson(
            FaceCanvas canvas, SyntheticIdentity identity, FactorAges ages, SyntheticScene scene) {
        var features = AgedPerson.of(identity, ages.geometry(), ages.geometry());
        var hair = AgedPerson.of(identity, ages.hair(), ages.geometry());
        var skin = AgedPerson.of(identity, ages.wrinkles(), ages.geometry());
        DrawnHairBehind.draw(canvas, hair);
        DrawnHead.draw(canvas, skin, scene);
        DrawnSkin.draw(canvas, skin);
        DrawnWrinkles.draw(canvas, skin);
        DrawnEyes.draw(canvas, features);
        DrawnBrows.draw(canvas, hair);
        DrawnNose.draw(canvas, features, scene);
        DrawnBeard.draw(canvas, hair);
        DrawnMouth.draw(canvas, features);
        DrawnHair.draw(canvas, hair);
        DrawnOrnaments.draw(canvas, AgedPerson.of(identity, ages.ornaments(), ages.geometry()));
        DrawnHead.shadeAwayFromLight(canvas, scene);
    }

    /** Lays the person over the background and averages squares of factor × factor pixels. */
    private static Drawing reduce(int[] person, int[] background, int size, int factor, double brightness) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var mask = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        int[] colours = pixels(image);
        byte[] covered = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
        int side = size * factor;
        double area = 255.0 * factor * factor;
        for (int at = 0; at < size * size; at++) {
            long alpha = 0;
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int row = at / size * factor; row < at / size * factor + factor; row++) {
                int start = row * side + at % size * factor;
                for (int pixel = start; pixel < start + factor; pixel++) {
                    int over = person[pixel];
                    int under = background[pixel];
                    int rest = 255 - (over >>> 24);
                    alpha += over >>> 24;
                    red += 255 * brightness * ((over >> 16) & 255) + rest * ((under >> 16) & 255);
                    green += 255 * brightness * ((over >> 8) & 255) + rest * ((under >> 8) & 255);
                    blue += 255 * brightness * (over & 255) + rest * (under & 255);
                }
            }
            colours[at] = level(red / area) << 16 | level(green / area) << 8 | level(blue / area);
            covered[at] = (byte) Math.ceil(255 * alpha / area);
        }
        return new Drawing(image, mask);
    }

    private static int level(double value) {
        return (int) Math.min(255, value + .5);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
