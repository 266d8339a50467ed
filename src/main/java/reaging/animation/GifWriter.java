package reaging.animation;

import com.twelvemonkeys.image.ImageUtil;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import reaging.pictures.Pictures;
import reaging.pictures.writing.SyntheticMark;

/**
 * Writes an animated GIF file (GIF89a) that repeats for ever:
 *
 * <pre>{@code
 * try (var gif = new GifWriter(stream, 12.5, mark)) {
 *     gif.write(first);
 *     gif.write(second);
 * }
 * }</pre>
 *
 * <p>After the first frame, only the rectangle that has changed is written, with its own 256 colours.
 */
public final class GifWriter implements FrameWriter {
    /** The maximum frame rate; viewers slow faster files down to about 10 frames per second. */
    public static final double MOST_FRAMES_PER_SECOND = 50;

    private static final int COLOURS = 256;

    private final OutputStream out;
    private final ImageOutputStream stream;
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final double framesPerSecond;
    private final SyntheticMark mark;
    private @Nullable BufferedImage last; // null: none yet
    private int count;

    /**
     * Starts a file.
     *
     * @param out stream to write to; it is closed with the writer
     * @param framesPerSecond more than 0, at most {@link #MOST_FRAMES_PER_SECOND}; the file counts in hundredths of a second, and
     *     the frames' times are rounded so that they add up
     * @param mark the file's comment
     */
    public GifWriter(OutputStream out, double framesPerSecond, SyntheticMark mark) throws IOException {
        if (!(framesPerSecond > 0 && framesPerSecond <= MOST_FRAMES_PER_SECOND)) {
            throw new IllegalArgumentException("the frames per second of a GIF file must be more than 0 and at most "
                    + MOST_FRAMES_PER_SECOND + " but are " + framesPerSecond);
        }
        this.out = out;
        stream = new MemoryCacheImageOutputStream(out);
        this.framesPerSecond = framesPerSecond;
        this.mark = mark;
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void write(BufferedImage frame) throws IOException {
        var changed = changed(frame);
        var indexed = last == null
                ? ImageUtil.createIndexed(Pictures.copy(frame), COLOURS, Color.WHITE, ImageUtil.DITHER_DIFFUSION)
                : ImageUtil.createIndexed(
                        difference(last, frame, changed),
                        COLOURS,
                        null,
                        ImageUtil.DITHER_DIFFUSION | ImageUtil.TRANSPARENCY_BITMASK);
        var colours = (IndexColorModel) indexed.getColorModel();
        var metadata = new GifFrame(writer).at(changed).lasting(hundredths(), colours.getTransparentPixel());
        if (count == 0) {
            metadata.repeating().saying(mark.words());
        }
        writer.writeToSequence(new IIOImage(indexed, null, metadata.metadata()), null);
        stream.flush();
        // A copy, since all frames may be drawn into the same picture.
        last = Pictures.copy(frame);
        count++;
    }

    private int hundredths() {
        return (int) (Math.round(100 * (count + 1) / framesPerSecond) - Math.round(100 * count / framesPerSecond));
    }

    /** Returns the smallest rectangle that contains all changes since the last frame; a single pixel if there are none. */
    private Rectangle changed(BufferedImage frame) {
        int width = frame.getWidth();
        int height = frame.getHeight();
        if (last == null) {
            return new Rectangle(width, height);
        }
        if (width != last.getWidth() || height != last.getHeight()) {
            throw new IllegalArgumentException("all frames must be of one size but one is of " + width + " x " + height
                    + " pixels after others of " + last.getWidth() + " x " + last.getHeight());
        }
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        int[] now = new int[width];
        int[] before = new int[width];
        for (int y = 0; y < height; y++) {
            frame.getRGB(0, y, width, 1, now, 0, width);
            last.getRGB(0, y, width, 1, before, 0, width);
            int first = Arrays.mismatch(now, before);
            if (first >= 0) {
                left = Math.min(left, first);
                right = Math.max(right, lastMismatch(now, before) + 1);
                top = Math.min(top, y);
                bottom = y + 1;
            }
        }
        return bottom == 0 ? new Rectangle(1, 1) : new Rectangle(left, top, right - left, bottom - top);
    }

    /** Returns a part of a frame, transparent where it equals the last one. */
    private static BufferedImage difference(BufferedImage last, BufferedImage frame, Rectangle part) {
        var difference = new BufferedImage(part.width, part.height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                int colour = frame.getRGB(part.x + x, part.y + y);
                if (colour != last.getRGB(part.x + x, part.y + y)) {
                    difference.setRGB(x, y, colour);
                }
            }
        }
        return difference;
    }

    private static int lastMismatch(int[] one, int[] other) {
        int x = one.length - 1;
        while (one[x] == other[x]) {
            x--;
        }
        return x;
    }

    @Override
    public void close() throws IOException {
        try (out;
                stream) {
            if (count > 0) {
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
    }
}
