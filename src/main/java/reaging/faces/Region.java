package reaging.faces;

import java.awt.Rectangle;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;

/**
 * A square of a photo, in any direction. Its own coordinates run from (0, 0), where the top left of it is once it has been
 * turned upright, to (1, 1).
 *
 * @param middle in pixels of the photo
 * @param side in pixels of the photo
 * @param angle that it is turned by, clockwise, in radians
 */
public record Region(Point middle, double side, double angle) {
    /** The smallest upright square around a whole photo, with the photo in its middle. */
    public static Region around(int width, int height) {
        return new Region(new Point(width / 2.0, height / 2.0), Math.max(width, height), 0);
    }

    /** The same square, turned further. */
    public Region turned(double by) {
        return new Region(middle, side, angle + by);
    }

    /** The square around the same middle whose side is so many times as long. */
    public Region scaled(double factor) {
        return new Region(middle, side * factor, angle);
    }

    /** The same square of the photo at half its size. */
    Region halved() {
        return new Region(new Point(middle.x() / 2, middle.y() / 2), side / 2, angle);
    }

    /** From its own coordinates to the photo's. */
    public Point toPhoto(double u, double v) {
        double right = side * Math.cos(angle);
        double down = side * Math.sin(angle);
        return new Point(
                middle.x() + (u - .5) * right - (v - .5) * down, middle.y() + (u - .5) * down + (v - .5) * right);
    }

    /** The points of a face that lies in it as in a frame, which is in shares of its side. */
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

    /** From the photo's coordinates to its own. */
    public Point fromPhoto(Point place) {
        double right = Math.cos(angle) / side;
        double down = Math.sin(angle) / side;
        double x = place.x() - middle.x();
        double y = place.y() - middle.y();
        return new Point(.5 + x * right + y * down, .5 + y * right - x * down);
    }

    /**
     * The same square in a picture of another one.
     *
     * @param view the square of the photo that the picture shows
     * @param pixels side of the picture
     */
    Region in(Region view, int pixels) {
        var place = view.fromPhoto(middle);
        return new Region(
                new Point(pixels * place.x(), pixels * place.y()), side * pixels / view.side, angle - view.angle);
    }

    /** The pixels of a photo that it touches; empty where it lies outside. */
    public Rectangle bounds(int width, int height) {
        double reach = side * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))) / 2;
        int left = (int) Math.floor(Math.max(0, middle.x() - reach));
        int top = (int) Math.floor(Math.max(0, middle.y() - reach));
        int right = (int) Math.ceil(Math.min(width, middle.x() + reach));
        int bottom = (int) Math.ceil(Math.min(height, middle.y() + reach));
        return new Rectangle(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
