package reaging.data;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * The transparent layer that a face is drawn on. Its opacity is the face's mask: {@link #silhouette} adds to it, everything
 * else colours only what is there already, so no feature can leave the mask.
 *
 * <p>The unit of all lengths is the image's side; (0, 0) lies between the eyes, x grows to the right and y downwards.
 */
final class FaceCanvas implements AutoCloseable {
    private final int side; // pixels
    private final AffineTransform pose;
    private final BufferedImage layer;
    private final Graphics2D graphics;

    /**
     * @param side of the layer, in pixels
     * @param pose from the face's frame to pixels
     */
    FaceCanvas(int side, AffineTransform pose) {
        this.side = side;
        this.pose = pose;
        layer = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = smooth(layer, pose);
    }

    /** Graphics for an image, anti-aliased, without snapping to pixels. */
    static Graphics2D smooth(BufferedImage image, AffineTransform transform) {
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setTransform(transform);
        return graphics;
    }

    /** Fills a shape and makes it part of the face. */
    void silhouette(Shape shape, Paint paint) {
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    /** Draws a line and makes it part of the face. */
    void silhouetteLine(Shape line, double width, Color colour) {
        graphics.setComposite(AlphaComposite.SrcOver);
        stroke(line, width, colour);
    }

    /** Fills a shape as far as it lies on the face. */
    void fill(Shape shape, Paint paint) {
        graphics.setComposite(AlphaComposite.SrcAtop);
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    /** Draws a line as far as it lies on the face. */
    void line(Shape line, double width, Color colour) {
        graphics.setComposite(AlphaComposite.SrcAtop);
        stroke(line, width, colour);
    }

    /** Does the drawing inside a shape only; the clip has hard edges, so draw over them. */
    void clipped(Shape shape, Runnable drawing) {
        graphics.setClip(shape);
        drawing.run();
        graphics.setClip(null);
    }

    private void stroke(Shape line, double width, Color colour) {
        graphics.setPaint(colour);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(line);
    }

    /**
     * Tints the face softly around a place: with the given opacity in the middle, and nothing left at the radii.
     *
     * <p>By hand and not with a RadialGradientPaint, which takes five times as long.
     */
    void glow(double x, double y, double radiusX, double radiusY, Color colour, double opacity) {
        if (opacity <= 0) {
            return;
        }
        var centre = pose.transform(new Point2D.Double(x, y), null);
        double scale = Math.sqrt(pose.getDeterminant());
        double cos = pose.getScaleX() / scale;
        double sin = pose.getShearY() / scale;
        double reachX = scale * Math.hypot(radiusX * cos, radiusY * sin);
        double reachY = scale * Math.hypot(radiusX * sin, radiusY * cos);
        int firstColumn = (int) Math.max(0, centre.getX() - reachX);
        int lastColumn = (int) Math.min(side - 1, centre.getX() + reachX);
        int lastRow = (int) Math.min(side - 1, centre.getY() + reachY);
        int[] pixels = pixels();
        int rgb = colour.getRGB();
        for (int row = (int) Math.max(0, centre.getY() - reachY); row <= lastRow; row++) {
            double dx = firstColumn + .5 - centre.getX();
            double dy = row + .5 - centre.getY();
            // Along the ellipse's axes, 1 at its edge.
            double u = (dx * cos + dy * sin) / (scale * radiusX);
            double v = (dy * cos - dx * sin) / (scale * radiusY);
            for (int at = row * side + firstColumn; at <= row * side + lastColumn; at++) {
                double rest = 1 - u * u - v * v;
                if (rest > 0 && pixels[at] != 0) {
                    pixels[at] = tinted(pixels[at], rgb, (int) (65536 * opacity * rest * rest));
                }
                u += cos / (scale * radiusX);
                v -= sin / (scale * radiusY);
            }
        }
    }

    /** The pixel, moved towards a colour by that many parts of 65536; its opacity stays. */
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

    /** The layer's pixels, row by row, premultiplied ARGB. */
    int[] pixels() {
        return ((DataBufferInt) layer.getRaster().getDataBuffer()).getData();
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
