package reaging.pictures;

import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Converts the pixels of a file to what a viewer shows: 8-bit sRGB, with a background colour behind transparent parts.
 *
 * <p>This replaces {@link BufferedImage#getRGB}, which interprets grey as linear light, washing it out, and reads inks through a
 * profile that depends on the machine.
 */
public final class ViewerColours {
    private static final int RGB = 3;

    private final Raster colours; // [H, W, 1 grey, 3 RGB, or 4 inks]
    private final @Nullable Raster alpha; // [H, W, 1]; null: fully opaque
    private final boolean premultiplied;
    private final Color behind;

    private ViewerColours(BufferedImage image, Color behind) {
        var model = (ComponentColorModel) image.getColorModel();
        var own = image.getRaster()
                .createChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, bands(model.getNumColorComponents()));
        colours = foreign(model.getColorSpace()) ? converted(own, model) : own;
        alpha = image.getAlphaRaster();
        premultiplied = model.isAlphaPremultiplied();
        this.behind = behind;
    }

    private static int[] bands(int count) {
        return IntStream.range(0, count).toArray();
    }

    /**
     * Returns a picture as a viewer shows it.
     *
     * @param behind background colour behind transparent parts
     * @return a picture of type {@link BufferedImage#TYPE_INT_RGB}
     */
    static BufferedImage of(BufferedImage image, Color behind) {
        // Nearly all photos: the shortest way, since training reads them by the thousand. The type does not tell the
        // colours.
        boolean plain = image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getColorModel().getColorSpace().isCS_sRGB();
        return plain ? plain(image) : new ViewerColours(components(image), behind).picture();
    }

    private static BufferedImage plain(BufferedImage image) {
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var picture = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = pixels(picture);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[3 * i] & 0xff) | (bytes[3 * i + 1] & 0xff) << 8 | (bytes[3 * i + 2] & 0xff) << 16;
        }
        return picture;
    }

    private static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    /** Converts a picture with a palette or packed pixels to one number for each component of each pixel. */
    public static BufferedImage components(BufferedImage image) {
        if (image.getColorModel() instanceof ComponentColorModel) {
            return image;
        }
        boolean alpha = image.getColorModel().hasAlpha();
        var result = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            result.setRGB(0, y, row.length, 1, image.getRGB(0, y, row.length, 1, row, 0, row.length), 0, row.length);
        }
        return result;
    }

    /** Whether colours need conversion: neither sRGB or grey nor ink without a profile, which all viewers show the same way. */
    private static boolean foreign(ColorSpace space) {
        return space instanceof ICC_ColorSpace
                && !space.isCS_sRGB()
                && space != ColorSpace.getInstance(ColorSpace.CS_GRAY)
                && space != ColorSpaces.getColorSpace(ColorSpaces.CS_GENERIC_CMYK);
    }

    private static Raster converted(Raster colours, ComponentColorModel model) {
        var profiles = new ICC_Profile[] {
            ((ICC_ColorSpace) model.getColorSpace()).getProfile(), ICC_Profile.getInstance(ColorSpace.CS_sRGB)
        };
        var result = Raster.createInterleavedRaster(
                DataBuffer.TYPE_BYTE, colours.getWidth(), colours.getHeight(), RGB, null);
        return new ColorConvertOp(profiles, null).filter(colours, result);
    }

    private BufferedImage picture() {
        boolean bytes = alpha == null
                && colours.getNumBands() == RGB
                && colours.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE;
        return bytes ? packed() : blended();
    }

    /** Packs colours that are already bytes, such as converted ones. */
    private BufferedImage packed() {
        int width = colours.getWidth();
        var picture = new BufferedImage(width, colours.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = pixels(picture);
        byte[] row = new byte[RGB * width];
        for (int y = 0; y < colours.getHeight(); y++) {
            colours.getDataElements(colours.getMinX(), colours.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] =
                        (row[3 * x] & 0xff) << 16 | (row[3 * x + 1] & 0xff) << 8 | (row[3 * x + 2] & 0xff);
            }
        }
        return picture;
    }

    private BufferedImage blended() {
        int width = colours.getWidth();
        int height = colours.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = pixels(picture);
        var colourRow = new SampleRow(colours);
        var alphaRow = alpha == null ? null : new SampleRow(alpha);
        float[] rgb = new float[RGB * width];
        for (int y = 0; y < height; y++) {
            rgb(colourRow.read(y), rgb);
            if (alphaRow != null) {
                blend(alphaRow.read(y), rgb);
            }
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = level(rgb[3 * x]) << 16 | level(rgb[3 * x + 1]) << 8 | level(rgb[3 * x + 2]);
            }
        }
        return picture;
    }

    private static int level(float share) {
        return (int) (Math.min(1, Math.max(0, share)) * 255 + .5f);
    }

    /** Converts grey, RGB or inks of a row to RGB, all from 0 to 1. */
    private void rgb(float[] row, float[] rgb) {
        int count = colours.getNumBands();
        for (int x = 0; x < rgb.length / RGB; x++) {
            for (int channel = 0; channel < RGB; channel++) {
                rgb[RGB * x + channel] = switch (count) {
                    case 1 -> row[x];
                    case RGB -> row[RGB * x + channel];
                    default -> (1 - row[count * x + channel]) * (1 - row[count * x + 3]);
                };
            }
        }
    }

    private void blend(float[] alphas, float[] rgb) {
        float[] back = behind.getRGBColorComponents(null);
        for (int i = 0; i < rgb.length; i++) {
            float alpha = alphas[i / RGB];
            rgb[i] = (premultiplied ? rgb[i] : rgb[i] * alpha) + back[i % RGB] * (1 - alpha);
        }
    }
}
