package reaging.pictures;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** One of ImageIO's readers for one file, with its warnings; it must be closed. */
final class Codec implements AutoCloseable {
    private final ImageReader reader;
    private final List<String> complaints = new ArrayList<>();

    /**
     * Reads the size of the first picture.
     *
     * @param mostPixels maximum number of pixels
     */
    Codec(PictureFormat format, byte[] content, long mostPixels) throws IOException {
        reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        reader.addIIOReadWarningListener((source, warning) -> complaints.add(warning));
        reader.setInput(new ByteArrayImageInputStream(content), false, true);
        requireAtMost(mostPixels, reader.getWidth(0), reader.getHeight(0));
    }

    /** Rejects pictures with too many pixels. */
    static void requireAtMost(long mostPixels, int width, int height) throws IOException {
        if ((long) width * height > mostPixels) {
            throw new TooManyPixels(width, height, mostPixels);
        }
    }

    ImageReader reader() {
        return reader;
    }

    /** Reads the first picture, in the file's own colours if the reader supports that. */
    BufferedImage read() throws IOException {
        var stored = reader.getRawImageType(0);
        var parameters = reader.getDefaultReadParam();
        if (stored != null && ownColours(stored.getColorModel().getColorSpace())) {
            parameters.setDestinationType(stored);
        }
        return reader.read(0, parameters);
    }

    private static boolean ownColours(ColorSpace space) {
        return !space.isCS_sRGB() && space != ColorSpace.getInstance(ColorSpace.CS_GRAY);
    }

    /** Returns the reader's warnings so far. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
