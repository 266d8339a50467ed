package reaging.pictures.writing;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;
import reaging.pictures.Decoded;
import reaging.pictures.Grey;
import reaging.pictures.Orientation;
import reaging.pictures.ViewerColours;

/**
 * The pixels of a file in its own colours, with its profile, opacity, grey and up to 16 bits. Changes of what a viewer shows are
 * transferred to them, and unchanged pixels stay the same to the last bit.
 *
 * @param image upright image with a number for each component of each pixel
 */
record StoredColours(BufferedImage image) {
    private static final int RGB = 3;

    /**
     * Returns the pixels of a file if changes can be transferred to them, that is, for 8 or 16 bits, grey or RGB. Otherwise, such as
     * for inks, returns what a viewer shows.
     *
     * @param shown what a viewer shows
     */
    static StoredColours of(Decoded decoded, BufferedImage shown) {
        var image = ViewerColours.components(decoded.image());
        var model = image.getColorModel();
        boolean integers =
                model.getTransferType() == DataBuffer.TYPE_BYTE || model.getTransferType() == DataBuffer.TYPE_USHORT;
        boolean colours = model.getNumColorComponents() == 1 || model.getNumColorComponents() == RGB;
        return new StoredColours(
                integers && colours && !model.isAlphaPremultiplied() ? upright(image, decoded.orientation()) : shown);
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        if (orientation == Orientation.TOP_LEFT) {
            return image;
        }
        var raster = orientation.upright(image.getRaster());
        return new BufferedImage(image.getColorModel(), raster, image.isAlphaPremultiplied(), null);
    }

    /** Returns the file's profile; empty if it has none, or sRGB. */
    Optional<byte[]> profile() {
        return foreign() ? Optional.of(((ICC_ColorSpace) space()).getProfile().getData()) : Optional.empty();
    }

    /** Whether a JPEG file can store them: 8 bits, grey or RGB, without opacity. */
    boolean fitsJpeg() {
        var model = image.getColorModel();
        return !model.hasAlpha()
                && model.getComponentSize(0) == 8
                && (model.getNumColorComponents() == 1 || model.getNumColorComponents() == RGB);
    }

    private ColorSpace space() {
        return image.getColorModel().getColorSpace();
    }

    private boolean grey() {
        return image.getColorModel().getNumColorComponents() == 1;
    }

    private boolean foreign() {
        return !grey() && space() instanceof ICC_ColorSpace && !space().isCS_sRGB();
    }

    /**
     * Returns the pixels with changes applied; unchanged ones stay the same.
     *
     * @param before what a viewer shows, of type {@link BufferedImage#TYPE_INT_RGB}
     * @param after the changed picture, of the same size and type
     */
    BufferedImage changed(BufferedImage before, BufferedImage after) {
        var result = new BufferedImage(image.getColorModel(), image.copyData(null), image.isAlphaPremultiplied(), null);
        var where = difference(before, after);
        if (!where.isEmpty()) {
            var raster = result.getRaster();
            add(raster, where, own(before, where), own(after, where));
        }
        return result;
    }

    /** Returns the smallest rectangle around all different pixels. */
    private static Rectangle difference(BufferedImage before, BufferedImage after) {
        var all = new Rectangle();
        int width = before.getWidth();
        int[] old = new int[width];
        int[] now = new int[width];
        for (int y = 0; y < before.getHeight(); y++) {
            before.getRaster().getDataElements(0, y, width, 1, old);
            after.getRaster().getDataElements(0, y, width, 1, now);
            int first = Arrays.mismatch(old, now);
            if (first >= 0) {
                int last = width - 1;
                while (old[last] == now[last]) {
                    last--;
                }
                var row = new Rectangle(first, y, last + 1 - first, 1);
                all = all.isEmpty() ? row : all.union(row);
            }
        }
        return all;
    }

    /** Converts a part of what a viewer shows to the file's colours in 8 bits, [H, W, 1 or 3]. */
    private int[] own(BufferedImage shown, Rectangle where) {
        Raster part = shown.getData(where);
        if (foreign()) {
            var profiles = new ICC_Profile[] {
                ICC_Profile.getInstance(ColorSpace.CS_sRGB), ((ICC_ColorSpace) space()).getProfile()
            };
            part = new ColorConvertOp(profiles, null).filter(interleaved(part), null);
        }
        int[] colours = part.getPixels(part.getMinX(), part.getMinY(), where.width, where.height, (int[]) null);
        return grey() ? luma(colours) : colours;
    }

    private static Raster interleaved(Raster packed) {
        var bytes =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, packed.getWidth(), packed.getHeight(), RGB, null);
        bytes.setPixels(
                0,
                0,
                packed.getWidth(),
                packed.getHeight(),
                packed.getPixels(
                        packed.getMinX(), packed.getMinY(), packed.getWidth(), packed.getHeight(), (int[]) null));
        return bytes;
    }

    private static int[] luma(int[] colours) {
        int[] levels = new int[colours.length / RGB];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Grey.level(colours[3 * i] << 16 | colours[3 * i + 1] << 8 | colours[3 * i + 2]);
        }
        return levels;
    }

    private static void add(WritableRaster raster, Rectangle where, int[] before, int[] after) {
        int colours = before.length / (where.width * where.height);
        int bits = raster.getSampleModel().getSampleSize(0);
        long most = (1L << bits) - 1;
        int[] pixels =
                raster.getPixels(where.x, where.y, where.width, where.height, (int[]) null); // with opacity, if any
        int bands = raster.getNumBands();
        for (int i = 0; i < where.width * where.height; i++) {
            for (int channel = 0; channel < colours; channel++) {
                long change =
                        Math.round((after[i * colours + channel] - before[i * colours + channel]) * (most / 255.0));
                int at = i * bands + channel;
                pixels[at] = (int) Math.min(Math.max(pixels[at] + change, 0), most);
            }
        }
        raster.setPixels(where.x, where.y, where.width, where.height, pixels);
    }
}
