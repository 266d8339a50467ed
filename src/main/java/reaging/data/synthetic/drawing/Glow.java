package reaging.data.synthetic.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * A soft elliptic tint with weight (1 - r²)² at r radii from the centre. RadialGradientPaint would need many stops for such a
 * smooth end.
 *
 * @param x x of the centre in pixels, like the other lengths
 * @param cos cosine of the rotation of the ellipse's first axis
 */
record Glow(double x, double y, double radiusX, double radiusY, double cos, double sin) {

    /** Creates a glow given in the face's frame, which the pose translates, scales and rotates. */
    static Glow of(double x, double y, double radiusX, double radiusY, AffineTransform pose) {
        var centre = pose.transform(new Point2D.Double(x, y), null);
        double scale = Math.sqrt(pose.getDeterminant());
        return new Glow(
                centre.getX(),
                centre.getY(),
                scale * radiusX,
                scale * radiusY,
                pose.getScaleX() / scale,
                pose.getShearY() / scale);
    }

    /** Moves side × side premultiplied ARGB pixels towards a colour, keeping their opacity. */
    void tint(int[] pixels, int side, int colour, double opacity) {
        double reachX = Math.hypot(radiusX * cos, radiusY * sin);
        double reachY = Math.hypot(radiusX * sin, radiusY * cos);
        int firstColumn = (int) Math.max(0, x - reachX);
        int lastColumn = (int) Math.min(side - 1, x + reachX);
        int lastRow = (int) Math.min(side - 1, y + reachY);
        for (int row = (int) Math.max(0, y - reachY); row <= lastRow; row++) {
            double dx = firstColumn + .5 - x;
            double dy = row + .5 - y;
            // Along the ellipse's axes, 1 at its edge.
            double u = (dx * cos + dy * sin) / radiusX;
            double v = (dy * cos - dx * sin) / radiusY;
            for (int at = row * side + firstColumn; at <= row * side + lastColumn; at++) {
                double rest = 1 - u * u - v * v;
                if (rest > 0 && pixels[at] != 0) {
                    pixels[at] = tinted(pixels[at], colour, (int) (65536 * opacity * rest * rest));
                }
                u += cos / radiusX;
                v -= sin / radiusY;
            }
        }
    }

    /** Moves a pixel towards a colour by a number of 65536ths. */
    private static int tinted(int pixel, int colour, int part) {
        int alpha = pixel >>> 24;
        int red = moved((pixel >> 16) & 255, ((colour >> 16) & 255) * alpha, part);
        int green = moved((pixel >> 8) & 255, ((colour >> 8) & 255) * alpha, part);
        int blue = moved(pixel & 255, (colour & 255) * alpha, part);
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }

    private static int moved(int from, int premultiplied, int part) {
        int to = (premultiplied * 257 + 257) >> 16; // divides by 255
        return from + (((to - from) * part + 32768) >> 16);
    }
}
