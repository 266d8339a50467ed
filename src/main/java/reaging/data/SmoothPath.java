package reaging.data;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Smooth curves through points given as x, y, x, y, …: Catmull-Rom splines as cubic Bezier pieces. */
final class SmoothPath {
    private SmoothPath() {}

    static Path2D open(double... points) {
        return spline(points, points.length / 2 - 1, Ends.STOP);
    }

    static Path2D closed(double... points) {
        var path = spline(points, points.length / 2, Ends.MEET);
        path.closePath();
        return path;
    }

    /** The closed curve through points of its right half, top to bottom, and their mirror images about x = 0. */
    static Path2D mirrored(double... rightHalf) {
        int count = rightHalf.length / 2;
        var points = new double[4 * count];
        System.arraycopy(rightHalf, 0, points, 0, 2 * count);
        for (int i = 0; i < count; i++) {
            points[2 * (2 * count - 1 - i)] = -rightHalf[2 * i];
            points[2 * (2 * count - 1 - i) + 1] = rightHalf[2 * i + 1];
        }
        return closed(points);
    }

    static Shape ellipse(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    private enum Ends {
        STOP,
        MEET
    }

    private static Path2D spline(double[] points, int pieces, Ends ends) {
        int count = points.length / 2;
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, pieces + 2);
        path.moveTo(points[0], points[1]);
        for (int i = 0; i < pieces; i++) {
            int a = index(i - 1, count, ends);
            int b = index(i, count, ends);
            int c = index(i + 1, count, ends);
            int d = index(i + 2, count, ends);
            path.curveTo(
                    points[b] + (points[c] - points[a]) / 6,
                    points[b + 1] + (points[c + 1] - points[a + 1]) / 6,
                    points[c] - (points[d] - points[b]) / 6,
                    points[c + 1] - (points[d + 1] - points[b + 1]) / 6,
                    points[c],
                    points[c + 1]);
        }
        return path;
    }

    /** Where point i begins in the array; beyond the ends it is the last one, or the first ones again. */
    private static int index(int i, int count, Ends ends) {
        return 2 * (ends == Ends.MEET ? Math.floorMod(i, count) : Math.min(count - 1, Math.max(0, i)));
    }
}
