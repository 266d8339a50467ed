package reaging.data.synthetic.person;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** A smooth curve through points: a Catmull-Rom spline, as cubic Bezier pieces. */
public final class SmoothPath {
    private final List<Point2D> points = new ArrayList<>();

    private SmoothPath() {}

    public static SmoothPath from(double x, double y) {
        return new SmoothPath().to(x, y);
    }

    public static Shape ellipse(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    public SmoothPath to(double x, double y) {
        points.add(new Point2D.Double(x, y));
        return this;
    }

    /** Returns the open curve from the first point to the last. */
    public Path2D open() {
        return spline(points.size() - 1, Ends.STOP);
    }

    /** Returns the closed curve. */
    public Path2D closed() {
        var path = spline(points.size(), Ends.MEET);
        path.closePath();
        return path;
    }

    /** Returns the closed curve through the points, its right half from top to bottom, and their mirror images about x = 0. */
    public Path2D mirrored() {
        for (int i = points.size() - 1; i >= 0; i--) {
            to(-points.get(i).getX(), points.get(i).getY());
        }
        return closed();
    }

    private enum Ends {
        STOP,
        MEET
    }

    private Path2D spline(int pieces, Ends ends) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, pieces + 2);
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        for (int i = 0; i < pieces; i++) {
            var before = point(i - 1, ends);
            var from = point(i, ends);
            var to = point(i + 1, ends);
            var after = point(i + 2, ends);
            path.curveTo(
                    from.getX() + (to.getX() - before.getX()) / 6,
                    from.getY() + (to.getY() - before.getY()) / 6,
                    to.getX() - (after.getX() - from.getX()) / 6,
                    to.getY() - (after.getY() - from.getY()) / 6,
                    to.getX(),
                    to.getY());
        }
        return path;
    }

    /** Returns point i; indices beyond the ends are clamped or wrap around. */
    private Point2D point(int i, Ends ends) {
        int last = points.size() - 1;
        return points.get(ends == Ends.MEET ? Math.floorMod(i, last + 1) : Math.min(last, Math.max(0, i)));
    }
}
