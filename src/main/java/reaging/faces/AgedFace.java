package reaging.faces;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import reaging.data.FivePoints.Point;

/** A face at another age, ready to be pasted back into the photo that it comes from. */
public final class AgedFace {
    private final AlignedFace before;
    private final Grid after; // [S * S * 3] in [-1, 1]

    AgedFace(AlignedFace before, Grid after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the model's output, S x S pixels. */
    public BufferedImage crop() {
        return AlignedFace.picture(after);
    }

    /** Returns the rectangle of a photo that {@link #pasteInto} may change, in pixels. */
    public Rectangle bounds(BufferedImage photo) {
        return before.region().bounds(photo.getWidth(), photo.getHeight());
    }

    /**
     * Pastes the face back: the model's changes are added to the photo's own pixels, within the person and fading towards the
     * border of the crop. All other pixels are left unchanged.
     *
     * @param photo the photo that the face comes from, at the same size; it is modified
     */
    public void pasteInto(BufferedImage photo) {
        pasteInto(photo, Paste.CHANGE);
    }

    /** Pastes the face back in the given way. */
    public void pasteInto(BufferedImage photo, Paste paste) {
        var bounds = bounds(photo);
        // A small network's output has dots and steps at pixel scale, which must not show up in the photo's detail.
        var change = visible(paste == Paste.CHANGE ? after.minus(before.image()).smoothed() : after);
        IntStream.range(bounds.y, bounds.y + bounds.height)
                .parallel()
                .forEach(y -> pasteRow(photo, bounds, y, change, paste));
    }

    /** Averages the model's pixels first if the photo has fewer. */
    private Grid visible(Grid change) {
        int pixels = (int) Math.max(1, Math.round(before.region().side()));
        return pixels < change.side() ? change.reducedTo(pixels) : change;
    }

    private void pasteRow(BufferedImage photo, Rectangle bounds, int y, Grid change, Paste paste) {
        int[] row = photo.getRGB(bounds.x, y, bounds.width, 1, null, 0, bounds.width);
        var values = new float[3];
        int changed = 0;
        var first = before.region().fromPhoto(new Point(bounds.x + .5, y + .5));
        var second = before.region().fromPhoto(new Point(bounds.x + 1.5, y + .5));
        for (int i = 0; i < row.length; i++) {
            double u = first.x() + i * (second.x() - first.x());
            double v = first.y() + i * (second.y() - first.y());
            double feather = Feather.at(u, v);
            double alpha = feather > 0 ? feather * before.mask().at(u, v) : 0;
            if (alpha > 0) {
                change.cubic(u, v, values);
                row[i] = mixed(row[i], values, alpha, paste);
                changed++;
            }
        }
        if (changed > 0) {
            photo.setRGB(bounds.x, y, bounds.width, 1, row, 0, bounds.width);
        }
    }

    private static int mixed(int colour, float[] values, double alpha, Paste paste) {
        int result = colour >>> 24; // the photo's opacity
        for (int channel = 0; channel < 3; channel++) {
            int old = colour >> (16 - 8 * channel) & 0xff;
            double change = paste == Paste.CHANGE ? 127.5 * values[channel] : 127.5 * values[channel] + 127.5 - old;
            long level = Math.round(old + alpha * change);
            result = result << 8 | (int) Math.min(Math.max(level, 0), 255);
        }
        return result;
    }
}
