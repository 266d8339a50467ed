package reaging.data;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The eyes, the tip of the nose and the corners of the mouth; left is what is left in an upright image. In a photo they are
 * in pixels; as the frame of a model, which says where they lie in the crops that it takes, in shares of a crop's side.
 * Everywhere x grows to the right and y downwards.
 */
public record FivePoints(Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {
    /** Their mean places in the aligned and cropped images of UTKFace, measured with FaceMesh. */
    public static final FivePoints UTKFACE = new FivePoints(
            new Point(.2959, .2970),
            new Point(.6899, .2980),
            new Point(.4901, .5461),
            new Point(.3238, .6906),
            new Point(.6616, .6907));

    /** The same of FFHQ. */
    public static final FivePoints FFHQ = new FivePoints(
            new Point(.377, .469),
            new Point(.623, .469),
            new Point(.501, .613),
            new Point(.393, .725),
            new Point(.612, .725));

    /** The same of this project's drawn people. */
    public static final FivePoints SYNTHETIC = new FivePoints(
            new Point(.389, .481),
            new Point(.609, .485),
            new Point(.496, .602),
            new Point(.416, .688),
            new Point(.580, .689));

    /** The points of a face of which only the eyes are known: the others are where the faces of UTKFace have them. */
    public static FivePoints ofEyes(Point left, Point right) {
        // In the plane a turn with a scale is a product of complex numbers.
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

    /** A place. */
    public record Point(double x, double y) {
        /** The length of the way to another. */
        public double distance(Point other) {
            return Math.hypot(other.x - x, other.y - y);
        }

        /** Halfway to another. */
        public Point middle(Point other) {
            return new Point((x + other.x) / 2, (y + other.y) / 2);
        }
    }

    /** The same from another origin, which lies at these coordinates, and in another unit. */
    public FivePoints moved(double x, double y, double scale) {
        return of(all().stream()
                .map(point -> new Point(scale * (point.x - x), scale * (point.y - y)))
                .toList());
    }

    /** From a list in the order of the components. */
    static FivePoints of(List<Point> all) {
        return new FivePoints(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4));
    }

    /** All of them, in the order of the components. */
    public List<Point> all() {
        return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
    }

    /** From eye to eye. */
    public double eyeDistance() {
        return leftEye.distance(rightEye);
    }
}
