package reaging.pictures;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** One of ImageIO's readers at work on one file, with what it complains about; to be closed. */
final class Codec implements AutoCloseable {
    private final ImageReader reader;
    private final List<String> complaints = new ArrayList<>();

    /**
     * Looks at the size of the first picture.
     *
     * @param mostPixels more are refused
     */
    Codec(PictureFormat format, byte[] content, long mostPixels) throws IOException {
        reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        reader.addIIOReadWarningListener((source, warning) -> complaints.add(warning));
        reader.setInput(new ByteArrayImageInputStream(content), false, true);
        requireAtMost(mostPixels, reader.getWidth(0), reader.getHeight(0));
    }

    /** Refuses pictures of too many pixels. */
    static void requireAtMost(long mostPixels, int width, int height) throws IOException {
        if ((long) width * height > mostPixels) {
            throw new TooManyPixels(width, height, mostPixels);
        }
    }

    ImageReader reader() {
        return reader;
    }

    /** The first picture in the file's own colours, where the reader can give it so. */
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

    /** What the reader had to say about the file until now. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
