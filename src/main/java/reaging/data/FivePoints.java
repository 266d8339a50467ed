package reaging.data;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The eyes, the tip of the nose and the corners of the mouth; left means left in an upright image. In a photo they are in pixels;
 * as the frame of a model, which defines their positions in its crops, they are fractions of a crop's side. x grows to the right
 * and y downwards.
 */
public record FivePoints(Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {
    /** Mean positions in the aligned and cropped images of UTKFace, measured with FaceMesh. */
    public static final FivePoints UTKFACE = new FivePoints(
            new Point(.2959, .2970),
            new Point(.6899, .2980),
            new Point(.4901, .5461),
            new Point(.3238, .6906),
            new Point(.6616, .6907));

    /** Mean positions in FFHQ. */
    public static final FivePoints FFHQ = new FivePoints(
            new Point(.377, .469),
            new Point(.623, .469),
            new Point(.501, .613),
            new Point(.393, .725),
            new Point(.612, .725));

    /** Mean positions in this project's synthetic faces. */
    public static final FivePoints SYNTHETIC = new FivePoints(
            new Point(.389, .481),
            new Point(.609, .485),
            new Point(.496, .602),
            new Point(.416, .688),
            new Point(.580, .689));

    /** Completes the points of a face whose eyes alone are known, from the mean face of UTKFace. */
    public static FivePoints ofEyes(Point left, Point right) {
        // In the plane, rotation with scaling is a product of complex numbers.
        double distance = UTKFACE.rightEye.x - UTKFACE.leftEye.x;
        double real = (right.x - left.x) / distance;
        double imaginary = (right.y - left.y) / distance;
        var middle = left.middle(right);
        var from = UTKFACE.leftEye.middle(UTKFACE.rightEye);
        UnaryOperator<Point> place = point -> new Point(
                middle.x + (point.x - from.x) * real - (point.y - from.y) * imaginary,
                middle.y + (point.x - from.x) * imaginary + (point.y - from.y) * real);
        return new FivePoints(
                left,
                right,
                place.apply(UTKFACE.nose),
                place.apply(UTKFACE.leftMouth),
                place.apply(UTKFACE.rightMouth));
    }

    /** A point. */
    public record Point(double x, double y) {
        /** Returns the distance to another point. */
        public double distance(Point other) {
            return Math.hypot(other.x - x, other.y - y);
        }

        /** Returns the midpoint to another point. */
        public Point middle(Point other) {
            return new Point((x + other.x) / 2, (y + other.y) / 2);
        }
    }

    /** Returns the point in coordinates scaled by a factor, relative to the origin at (x, y). */
    public FivePoints moved(double x, double y, double scale) {
        return of(all().stream()
                .map(point -> new Point(scale * (point.x - x), scale * (point.y - y)))
                .toList());
    }

    /** Creates the points from a list in the order of the components. */
    static FivePoints of(List<Point> all) {
        return new FivePoints(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4));
    }

    /** Returns all points in the order of the components. */
    public List<Point> all() {
        return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
    }

    /** Returns the distance between the eyes. */
    public double eyeDistance() {
        return leftEye.distance(rightEye);
    }
}
