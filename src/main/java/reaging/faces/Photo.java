package reaging.faces;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.data.FivePoints.Point;
import reaging.pictures.Pictures;

/** The immutable pixels of a photo, from which squares can be read at any size. */
public final class Photo {
    /** Squares whose pixels cover at least this many pixels of the photo are read from a half-size copy. */
    private static final int COARSE = 4;

    private final int[] colours; // row by row, RGB
    private final int width;
    private final int height;
    private @Nullable Photo half; // null: not needed yet

    /** What a square contains where it extends beyond the photo. */
    enum Beyond {
        BLACK,
        /** Repeats the nearest pixel of the photo. */
        EDGE
    }

    private Photo(int[] colours, int width, int height) {
        this.colours = colours;
        this.width = width;
        this.height = height;
    }

    /** Copies the pixels of a picture. */
    public static Photo of(BufferedImage picture) {
        var copy = Pictures.copy(picture);
        return new Photo(
                ((DataBufferInt) copy.getRaster().getDataBuffer()).getData(), copy.getWidth(), copy.getHeight());
    }

    /** Returns the width in pixels. */
    public int width() {
        return width;
    }

    /** Returns the height in pixels. */
    public int height() {
        return height;
    }

    /** Returns the photo as an opaque picture. */
    public BufferedImage picture() {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.getRaster().setDataElements(0, 0, width, height, colours);
        return picture;
    }

    /**
     * Returns a square of the photo at another size, each pixel the mean over its area; beyond the photo the nearest pixel is
     * repeated.
     *
     * @param side side of the picture in pixels
     */
    public BufferedImage picture(Region region, int side) {
        return AlignedFace.picture(new Grid(pixels(region, side, Beyond.EDGE), side, 3));
    }

    /** Returns the square as large as the longer side whose upper left corner is the photo's. */
    public Region square() {
        int longer = Math.max(width, height);
        return new Region(new Point(longer / 2.0, longer / 2.0), longer, 0);
    }

    /**
     * Returns the photo at another size: the part of {@link #square} that it fills, so that {@link EncodedFace#in} can place a
     * face in it.
     *
     * @param side longer side in pixels
     */
    public BufferedImage resized(int side) {
        return picture(square(), side).getSubimage(0, 0, resized(width, side), resized(height, side));
    }

    private int resized(int length, int side) {
        return (int) Math.max(1, Math.round((double) length * side / Math.max(width, height)));
    }

    /**
     * Returns a square of the photo at another size, each pixel the mean over its area.
     *
     * @param side side S of the result in pixels
     * @return [S * S * 3] in [-1, 1], row by row
     */
    float[] pixels(Region region, int side, Beyond beyond) {
        if (region.side() >= COARSE * side && Math.min(width, height) > 1) {
            return half().pixels(region.halved(), side, beyond);
        }
        int places = (int) Math.max(1, Math.ceil(region.side() / side));
        var pixels = new float[side * side * 3];
        IntStream.range(0, side).parallel().forEach(row -> fill(pixels, row, region, side, places, beyond));
        return pixels;
    }

    /** Returns the photo at half the size, each pixel the mean of four; a last odd row or column is dropped. */
    private synchronized Photo half() {
        if (half == null) {
            var means = new int[(width / 2) * (height / 2)];
            IntStream.range(0, height / 2).parallel().forEach(row -> {
                for (int column = 0; column < width / 2; column++) {
                    means[row * (width / 2) + column] = mean(2 * row * width + 2 * column);
                }
            });
            half = new Photo(means, width / 2, height / 2);
        }
        return half;
    }

    /** Returns the mean colour of four pixels, given the index of the first. */
    private int mean(int first) {
        int above = colours[first];
        int beside = colours[first + 1];
        int below = colours[first + width];
        int across = colours[first + width + 1];
        int mean = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int sum = (above >> shift & 0xff)
                    + (beside >> shift & 0xff)
                    + (below >> shift & 0xff)
                    + (across >> shift & 0xff);
            mean = mean << 8 | (sum + 2) / 4;
        }
        return mean;
    }

    /** Returns such a square as a tensor [1, S, S, 3], which the caller closes. */
    TFloat32 tensor(Region region, int side, Beyond beyond) {
        return TFloat32.tensorOf(Shape.of(1, side, side, 3), DataBuffers.of(pixels(region, side, beyond)));
    }

    /** Returns a square of the photo in grey, each pixel the mean over its area, [S * S] in 0..255. */
    byte[] grey(Region region, int side) {
        float[] colours = pixels(region, side, Beyond.BLACK);
        var grey = new byte[side * side];
        for (int i = 0; i < grey.length; i++) {
            // Luma according to ITU-R BT.601.
            float level = .299f * colours[3 * i] + .587f * colours[3 * i + 1] + .114f * colours[3 * i + 2];
            grey[i] = (byte) Math.round(127.5f * level + 127.5f);
        }
        return grey;
    }

    private void fill(float[] pixels, int row, Region region, int side, int places, Beyond beyond) {
        var from = region.toPhoto(0, 0);
        double right = Math.cos(region.angle()) * region.side() / side / places; // photo's pixels from place to place
        double down = Math.sin(region.angle()) * region.side() / side / places;
        var sum = new float[3];
        for (int column = 0; column < side; column++) {
            sum[0] = 0;
            sum[1] = 0;
            sum[2] = 0;
            for (int i = 0; i < places; i++) {
                double v = row * places + i + .5;
                for (int j = 0; j < places; j++) {
                    double u = column * places + j + .5;
                    // A pixel's colour is that of its centre.
                    add(from.x() + u * right - v * down - .5, from.y() + u * down + v * right - .5, beyond, sum);
                }
            }
            for (int channel = 0; channel < 3; channel++) {
                pixels[(row * side + column) * 3 + channel] = sum[channel] / (places * places) / 127.5f - 1;
            }
        }
    }

    /** Adds the bilinearly interpolated colour at a position. */
    private void add(double x, double y, Beyond beyond, float[] sum) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float down = (float) (y - top);
        add(left, top, (1 - right) * (1 - down), beyond, sum);
        add(left + 1, top, right * (1 - down), beyond, sum);
        add(left, top + 1, (1 - right) * down, beyond, sum);
        add(left + 1, top + 1, right * down, beyond, sum);
    }

    private void add(int x, int y, float weight, Beyond beyond, float[] sum) {
        boolean inside = x >= 0 && x < width && y >= 0 && y < height;
        if (!inside && beyond == Beyond.BLACK) {
            return;
        }
        int nearest = inside
                ? y * width + x
                : Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1);
        int colour = colours[nearest];
        sum[0] += weight * (colour >> 16 & 0xff);
        sum[1] += weight * (colour >> 8 & 0xff);
        sum[2] += weight * (colour & 0xff);
    }
}
