package reaging.faces;

import java.awt.Rectangle;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;

/**
 * A square of a photo in any orientation. Its own coordinates run from (0, 0) at its top left, once rotated upright, to (1, 1).
 *
 * @param middle centre in pixels of the photo
 * @param side side in pixels of the photo
 * @param angle clockwise rotation in radians
 */
public record Region(Point middle, double side, double angle) {
    /** Returns the smallest upright square around a whole photo, centred on it. */
    public static Region around(int width, int height) {
        return new Region(new Point(width / 2.0, height / 2.0), Math.max(width, height), 0);
    }

    /** Returns the square rotated further. */
    public Region turned(double by) {
        return new Region(middle, side, angle + by);
    }

    /** Returns the square with the same centre and a scaled side. */
    public Region scaled(double factor) {
        return new Region(middle, side * factor, angle);
    }

    /** Returns the same square of the photo at half its size. */
    Region halved() {
        return new Region(new Point(middle.x() / 2, middle.y() / 2), side / 2, angle);
    }

    /** Converts its own coordinates to the photo's. */
    public Point toPhoto(double u, double v) {
        double right = side * Math.cos(angle);
        double down = side * Math.sin(angle);
        return new Point(
                middle.x() + (u - .5) * right - (v - .5) * down, middle.y() + (u - .5) * down + (v - .5) * right);
    }

    /** Converts the points of a frame, given as fractions of its side, to the photo's coordinates. */
    public FivePoints toPhoto(FivePoints frame) {
        return new FivePoints(
                toPhoto(frame.leftEye()),
                toPhoto(frame.rightEye()),
                toPhoto(frame.nose()),
                toPhoto(frame.leftMouth()),
                toPhoto(frame.rightMouth()));
    }

    private Point toPhoto(Point share) {
        return toPhoto(share.x(), share.y());
    }

    /** Converts the photo's coordinates to its own. */
    public Point fromPhoto(Point place) {
        double right = Math.cos(angle) / side;
        double down = Math.sin(angle) / side;
        double x = place.x() - middle.x();
        double y = place.y() - middle.y();
        return new Point(.5 + x * right + y * down, .5 + y * right - x * down);
    }

    /**
     * Returns the same square in a picture of another one.
     *
     * @param view square of the photo that the picture shows
     * @param pixels side of the picture
     */
    Region in(Region view, int pixels) {
        var place = view.fromPhoto(middle);
        return new Region(
                new Point(pixels * place.x(), pixels * place.y()), side * pixels / view.side, angle - view.angle);
    }

    /** Returns the rectangle of a photo's pixels that it touches; empty if it lies outside. */
    public Rectangle bounds(int width, int height) {
        double reach = side * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))) / 2;
        int left = (int) Math.floor(Math.max(0, middle.x() - reach));
        int top = (int) Math.floor(Math.max(0, middle.y() - reach));
        int right = (int) Math.ceil(Math.min(width, middle.x() + reach));
        int bottom = (int) Math.ceil(Math.min(height, middle.y() + reach));
        return new Rectangle(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
