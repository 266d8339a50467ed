package reaging.data.synthetic.person;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;
import reaging.data.synthetic.drawing.FaceCanvas;

/**
 * What surrounds a synthetic face, independent of the person and of their age: background, clothing, light and pose.
 *
 * @param seed that all else follows from
 * @param pattern of the background
 * @param first colour of the background, at the top
 * @param second colour of the background, at the bottom and of the pattern
 * @param clothing its colour
 * @param light from -1 (from the viewer's left) to 1 (from the right)
 * @param brightness a factor on the light that falls on the face, .9 to 1.08
 * @param shiftX of the face to the right, in units of the image's side
 * @param shiftY of the face downwards, likewise
 * @param scale of the face, .94 to 1.04
 * @param roll of the head, clockwise, in radians
 */
public record SyntheticScene(
        long seed,
        Pattern pattern,
        Color first,
        Color second,
        Color clothing,
        double light,
        double brightness,
        double shiftX,
        double shiftY,
        double scale,
        double roll) {

    /** Where the point between the eyes lies without shift, from the image's top, in units of its side. */
    private static final double EYE_LINE = .485;

    /** What is behind the person. */
    public enum Pattern {
        PLAIN,
        STRIPES,
        DISCS,
        HORIZON,
        PANELS
    }

    /** The scene of that seed, the same on every machine. */
    public static SyntheticScene of(long seed) {
        var random = new SplittableRandom(seed);
        var patterns = Pattern.values();
        return new SyntheticScene(
                seed,
                patterns[random.nextInt(patterns.length)],
                colour(random, random.nextDouble(.35, .95)),
                colour(random, random.nextDouble(.3, .8)),
                colour(random, random.nextDouble(.2, .8)),
                random.nextDouble(-1, 1),
                random.nextDouble(.9, 1.08),
                random.nextDouble(-.02, .02),
                random.nextDouble(-.012, .012),
                random.nextDouble(.94, 1.04),
                random.nextDouble(-.07, .07));
    }

    private static Color colour(SplittableRandom random, double brightness) {
        return Color.getHSBColor((float) random.nextDouble(), (float) random.nextDouble(.05, .45), (float) brightness);
    }

    /** From the face's frame, see {@link FaceCanvas}, to an image of so many pixels a side. */
    public AffineTransform pose(int side) {
        var pose = upright(side);
        pose.rotate(roll);
        return pose;
    }

    /** The same for what does not follow the head's roll: the shoulders. */
    public AffineTransform upright(int side) {
        var pose = AffineTransform.getScaleInstance(side, side);
        pose.translate(.5 + shiftX, EYE_LINE + shiftY);
        pose.scale(scale, scale);
        return pose;
    }
}
