package reaging.data.synthetic;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Objects;
import reaging.data.AgeGroup;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;
import reaging.data.synthetic.drawing.DrawnMouth;
import reaging.data.synthetic.drawing.DrawnNose;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.FactorAges;
import reaging.data.synthetic.person.SyntheticIdentity;
import reaging.data.synthetic.person.SyntheticScene;

/**
 * The synthetic data set: any number of people, each with their own age and scene. Item i depends only on the seed and on i.
 *
 * <p>Each ten consecutive items have the ten age groups in order, and tens alternate between men and women, so that groups and
 * sexes are equally frequent. Ages are uniform within a group; the open-ended last group is drawn from 70 to 95 years.
 */
public final class SyntheticFaces {
    private static final List<AgeGroup> GROUPS = List.of(AgeGroup.values());
    private static final double OLDEST = 95;

    private final int count;
    private final long seed;
    private final int size;

    /**
     * @param count number of images
     * @param seed random seed; different seeds give disjoint sets of people
     * @param size side of the images in pixels
     */
    public SyntheticFaces(int count, long seed, int size) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be 1 or more but is " + count + "; try 5000");
        }
        this.count = count;
        this.seed = seed;
        this.size = size;
    }

    /** Returns the number of images. */
    public int size() {
        return count;
    }

    /** Draws item i: the person at their own age. */
    public SyntheticFace.Drawing draw(int i) {
        return draw(i, age(i));
    }

    /** Draws the person of item i in the same scene at another age in years: the result of a perfect transformation. */
    public SyntheticFace.Drawing draw(int i, double age) {
        return SyntheticFace.draw(identity(i), age, scene(i), size);
    }

    /** Draws the person of item i in the same scene with different ages in one face. */
    public SyntheticFace.Drawing draw(int i, FactorAges ages) {
        return SyntheticFace.draw(identity(i), ages, scene(i), size);
    }

    /** Draws the person of item i at an age in years in the scene of another item. */
    public SyntheticFace.Drawing drawInSceneOf(int scene, int i, double age) {
        return SyntheticFace.draw(identity(i), age, scene(scene), size);
    }

    /** Returns the points of the person of item i at an age in years, as fractions of the drawing's side. */
    public FivePoints points(int i, double age) {
        var person = AgedPerson.of(identity(i), age);
        var pose = scene(i).pose(1);
        double eye = person.head().eyeX();
        var corner = DrawnMouth.corner(person);
        return new FivePoints(
                point(pose, -eye, 0),
                point(pose, eye, 0),
                point(pose, 0, DrawnNose.tip(person)),
                point(pose, -corner.getX(), corner.getY()),
                point(pose, corner.getX(), corner.getY()));
    }

    private static Point point(AffineTransform pose, double x, double y) {
        var place = pose.transform(new Point2D.Double(x, y), null);
        return new Point(place.getX(), place.getY());
    }

    /** Returns the width of the face from cheek to cheek, as a fraction of the drawing's side. */
    public double faceWidth(int i, double age) {
        return 2 * AgedPerson.of(identity(i), age).head().cheek() * scene(i).scale();
    }

    /** Returns the age of the person of item i in years. */
    public double age(int i) {
        var group = GROUPS.get(i % AgeGroup.COUNT);
        double end = group == AgeGroup.AGES_70_PLUS ? OLDEST : group.oldest() + 1;
        double part = (mixed(i, 1) >>> 11) * 0x1p-53; // uniform in [0, 1)
        return group.youngest() + part * (end - group.youngest());
    }

    /** Returns the person of item i. */
    public SyntheticIdentity identity(int i) {
        long sex = i / AgeGroup.COUNT % 2;
        return SyntheticIdentity.of((mixed(i, 2) & ~1L) | sex);
    }

    /** Returns the scene of item i. */
    public SyntheticScene scene(int i) {
        return SyntheticScene.of(mixed(i, 3));
    }

    private long mixed(int i, int purpose) {
        Objects.checkIndex(i, count);
        return mix(mix(mix(seed) + i) + purpose);
    }

    /** Spreads a number over all 64 bits, one to one. Stafford 2011, variant 13, as in SplittableRandom. */
    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
