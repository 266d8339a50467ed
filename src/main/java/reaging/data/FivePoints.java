package reaging.data;

import java.util.List;

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

    /** All of them, in the order of the components. */
    public List<Point> all() {
        return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
    }

    /** From eye to eye. */
    public double eyeDistance() {
        return leftEye.distance(rightEye);
    }
}
