package reaging.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A photo that was read from a file, and how a changed one goes back into a file like it. */
public final class PhotoFile {
    private final byte[] content;
    private final PictureFormat format;
    private final BufferedImage picture;
    private final StoredColours stored;

    private PhotoFile(byte[] content, PictureFormat format, BufferedImage picture, StoredColours stored) {
        this.content = content;
        this.format = format;
        this.picture = picture;
        this.stored = stored;
    }

    /**
     * Reads a photo.
     *
     * @param mostPixels more are refused before anything is decoded
     */
    public static PhotoFile read(Path file, long mostPixels) {
        try {
            byte[] content = Files.readAllBytes(file);
            var image = ImageIO.read(new ByteArrayInputStream(content));
            if (image == null) {
                throw new IllegalArgumentException("a photo must be a picture but " + file + " is none");
            }
            var shown = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
            var graphics = shown.createGraphics();
            graphics.drawImage(image, 0, 0, null);
            graphics.dispose();
            return new PhotoFile(content, PictureFormat.of(content).orElseThrow(), shown, new StoredColours(image));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        }
    }

    /** What a viewer shows, of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage picture() {
        return picture;
    }

    /** The format of a picture that is made from it: JPEG for JPEG, and PNG, which loses nothing, for all others. */
    public PictureFormat format() {
        return format == PictureFormat.JPEG ? PictureFormat.JPEG : PictureFormat.PNG;
    }

    /**
     * A file like this one with a changed picture: of the same quality, with the same colour profile and EXIF data, except for
     * the place where the photo was taken and thumbnails.
     *
     * @param changed of the same size and type as {@link #picture}; where it is equal, the stored pixels stay as they are
     * @param wanted JPEG or PNG
     */
    public byte[] with(BufferedImage changed, PictureFormat wanted, SyntheticMark mark) {
        return wanted == PictureFormat.JPEG && !stored.fitsJpeg()
                ? like(changed, wanted, mark)
                : encode(stored.changed(picture, changed), profile(), wanted, mark);
    }

    /** The file's own ICC profile. */
    private Optional<byte[]> profile() {
        return switch (format) {
            case JPEG -> JpegSegments.of(content).profile();
            case PNG -> PngChunks.of(content).profile();
            default -> stored.profile();
        };
    }

    /** The same with any other picture, in the colours of screens. */
    public byte[] like(BufferedImage other, PictureFormat wanted, SyntheticMark mark) {
        return encode(other, Optional.empty(), wanted, mark);
    }

    private byte[] encode(BufferedImage result, Optional<byte[]> profile, PictureFormat wanted, SyntheticMark mark) {
        try {
            return wanted == PictureFormat.JPEG
                    ? JpegWriter.encode(result, profile, content, mark)
                    : PngWriter.encode(result, profile, content, mark);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }
}
