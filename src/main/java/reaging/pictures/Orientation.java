package reaging.pictures;

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;

/**
 * The position of the first row and the first column of the stored pixels in the picture, in the order of EXIF's numbers 1 to 8
 * (CIPA DC-008, tag 274).
 */
public enum Orientation {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_RIGHT,
    BOTTOM_LEFT,
    LEFT_TOP,
    RIGHT_TOP,
    RIGHT_BOTTOM,
    LEFT_BOTTOM;

    /** The prefix of EXIF data in JPEG, and sometimes in other files. */
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    /** Whether a block of metadata is EXIF data. */
    static boolean begins(byte[] block) {
        return block.length > EXIF.length && Arrays.equals(block, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    /**
     * Reads the orientation from EXIF data; upright if it is missing or broken, as in viewers.
     *
     * @param exif a TIFF structure, with or without its prefix in JPEG
     */
    static Orientation of(byte[] exif) {
        byte[] tiff = begins(exif) ? Arrays.copyOfRange(exif, EXIF.length, exif.length) : exif;
        try {
            var entry =
                    new TIFFReader().read(new ByteArrayImageInputStream(tiff)).getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number number ? of(number.intValue()) : TOP_LEFT;
        } catch (IOException | RuntimeException e) {
            return TOP_LEFT;
        }
    }

    private static Orientation of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : TOP_LEFT;
    }

    /** Rotates and mirrors stored pixels upright. */
    public BufferedImage upright(BufferedImage stored) {
        if (this == TOP_LEFT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        boolean lies = compareTo(LEFT_TOP) >= 0;
        var upright = new BufferedImage(lies ? height : width, lies ? width : height, stored.getType());
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            stored.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                switch (this) {
                    case TOP_LEFT -> upright.setRGB(x, y, row[x]);
                    case TOP_RIGHT -> upright.setRGB(right, y, row[x]);
                    case BOTTOM_RIGHT -> upright.setRGB(right, below, row[x]);
                    case BOTTOM_LEFT -> upright.setRGB(x, below, row[x]);
                    case LEFT_TOP -> upright.setRGB(y, x, row[x]);
                    case RIGHT_TOP -> upright.setRGB(below, x, row[x]);
                    case RIGHT_BOTTOM -> upright.setRGB(below, right, row[x]);
                    case LEFT_BOTTOM -> upright.setRGB(y, right, row[x]);
                }
            }
        }
        return upright;
    }

    /** Rotates and mirrors stored pixels of any type upright. */
    public WritableRaster upright(Raster stored) {
        int width = stored.getWidth();
        int height = stored.getHeight();
        int bands = stored.getNumBands();
        boolean lies = compareTo(LEFT_TOP) >= 0;
        boolean backwards = this == TOP_RIGHT || this == BOTTOM_RIGHT || this == RIGHT_BOTTOM || this == LEFT_BOTTOM;
        boolean fromTheEnd = this == BOTTOM_RIGHT || this == BOTTOM_LEFT || this == RIGHT_TOP || this == RIGHT_BOTTOM;
        var upright = stored.createCompatibleWritableRaster(lies ? height : width, lies ? width : height);
        int[] row = new int[width * bands];
        int[] reversed = new int[width * bands];
        for (int y = 0; y < height; y++) {
            stored.getPixels(stored.getMinX(), stored.getMinY() + y, width, 1, row);
            if (backwards) {
                for (int x = 0; x < width; x++) {
                    System.arraycopy(row, x * bands, reversed, (width - 1 - x) * bands, bands);
                }
            }
            int line = fromTheEnd ? height - 1 - y : y;
            int[] pixels = backwards ? reversed : row;
            if (lies) {
                upright.setPixels(line, 0, 1, width, pixels);
            } else {
                upright.setPixels(0, line, width, 1, pixels);
            }
        }
        return upright;
    }
}
