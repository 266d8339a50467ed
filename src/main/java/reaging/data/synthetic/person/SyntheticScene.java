package reaging.data.synthetic.person;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/**
 * The surroundings of a synthetic face, independent of the person and of their age: background, clothing, light and pose.
 *
 * @param seed seed that determines everything else
 * @param pattern pattern of the background
 * @param first colour of the background at the top
 * @param second colour of the background at the bottom, and of the pattern
 * @param clothing colour of the clothing
 * @param light direction of the light from -1 (from the viewer's left) to 1 (from the right)
 * @param brightness factor of the light that falls on the face, .9 to 1.08
 * @param shiftX shift of the face to the right in units of the image's side
 * @param shiftY shift of the face downwards in units of the image's side
 * @param scale scale of the face, .94 to 1.04
 * @param roll clockwise roll of the head in radians
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

    /** Height of the point between the eyes without shift, from the image's top, in units of its side. */
    private static final double EYE_LINE = .485;

    /** The patterns of the background. */
    public enum Pattern {
        PLAIN,
        STRIPES,
        DISCS,
        HORIZON,
        PANELS
    }

    /** Returns the scene of a seed, the same on every machine. */
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

    /** Returns the transform from the face's frame, in which faces are drawn, to an image with a side in pixels. */
    public AffineTransform pose(int side) {
        var pose = upright(side);
        pose.rotate(roll);
        return pose;
    }

    /** Returns the transform for the shoulders, which do not follow the head's roll. */
    public AffineTransform upright(int side) {
        var pose = AffineTransform.getScaleInstance(side, side);
        pose.translate(.5 + shiftX, EYE_LINE + shiftY);
        pose.scale(scale, scale);
        return pose;
    }
}
