package reaging.data.synthetic.drawing;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * The transparent layer that a face is drawn on. Its opacity is the face's mask: {@link #silhouette} adds to it, everything
 * else only colours existing pixels, so no feature can leave the mask.
 *
 * <p>The unit of all lengths is the image's side; (0, 0) lies between the eyes, x grows to the right and y downwards.
 */
public final class FaceCanvas implements AutoCloseable {
    private final int side; // pixels
    private final AffineTransform pose;
    private final BufferedImage layer;
    private final Graphics2D graphics;

    /**
     * @param side side of the layer in pixels
     * @param pose transform from the face's frame to pixels
     */
    public FaceCanvas(int side, AffineTransform pose) {
        this.side = side;
        this.pose = pose;
        layer = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = smooth(layer, pose);
    }

    /** Creates anti-aliased graphics for an image, without snapping to pixels. */
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

    /** Fills the part of a shape that lies on the face. */
    void fill(Shape shape, Paint paint) {
        graphics.setComposite(AlphaComposite.SrcAtop);
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    /** Draws the part of a line that lies on the face. */
    void line(Shape line, double width, Color colour) {
        graphics.setComposite(AlphaComposite.SrcAtop);
        stroke(line, width, colour);
    }

    /** Restricts drawing to a shape; the clip has hard edges, so draw over them. */
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

    /** Tints the face softly around a point, with the given opacity in the centre, fading to none at the radii. */
    void glow(double x, double y, double radiusX, double radiusY, Color colour, double opacity) {
        if (opacity > 0) {
            Glow.of(x, y, radiusX, radiusY, pose).tint(pixels(), side, colour.getRGB(), opacity);
        }
    }

    /** Returns the layer's pixels, row by row, premultiplied ARGB. */
    public int[] pixels() {
        return ((DataBufferInt) layer.getRaster().getDataBuffer()).getData();
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
