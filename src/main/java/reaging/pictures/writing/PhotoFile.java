package reaging.pictures.writing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import reaging.pictures.PictureFormat;
import reaging.pictures.PictureReader;
import reaging.pictures.UnreadablePicture;

/** A photo read from a file, which can be written back with changes to a similar file. */
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
     * Reads a photo as a {@link PictureReader} does.
     *
     * @param mostPixels maximum number of pixels, checked before decoding
     * @throws UnreadablePicture if it is not an intact picture, or has too many pixels
     * @throws UncheckedIOException if the file cannot be read at all
     */
    public static PhotoFile read(Path file, long mostPixels) {
        return of(file.toString(), new PictureReader(mostPixels, Color.WHITE).content(file), mostPixels);
    }

    /**
     * Reads a photo from a file's content.
     *
     * @param name name for messages
     * @param mostPixels maximum number of pixels, checked before decoding
     * @throws UnreadablePicture if it is not an intact picture, or has too many pixels
     */
    public static PhotoFile of(String name, byte[] content, long mostPixels) {
        var reader = new PictureReader(mostPixels, Color.WHITE);
        var decoded = reader.decoded(name, content);
        var picture = reader.shown(decoded);
        return new PhotoFile(
                content, PictureFormat.of(content).orElseThrow(), picture, StoredColours.of(decoded, picture));
    }

    /** Returns what a viewer shows, of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage picture() {
        return picture;
    }

    /** Returns the format of a picture made from it: JPEG for JPEG, and lossless PNG for all others. */
    public PictureFormat format() {
        return format == PictureFormat.JPEG ? PictureFormat.JPEG : PictureFormat.PNG;
    }

    /**
     * Encodes a changed picture like this file: with the same quality, colour profile and EXIF data, except for the location and
     * thumbnails.
     *
     * @param changed picture of the same size and type as {@link #picture}; unchanged pixels keep their stored values
     * @param wanted JPEG or PNG
     */
    public byte[] with(BufferedImage changed, PictureFormat wanted, SyntheticMark mark) {
        return wanted == PictureFormat.JPEG && !stored.fitsJpeg()
                ? like(changed, wanted, mark)
                : encode(stored.changed(picture, changed), profile(), wanted, mark);
    }

    /** Returns the file's own ICC profile, if the stored colours are the file's. */
    private Optional<byte[]> profile() {
        if (stored.image() == picture) {
            return Optional.empty();
        }
        return switch (format) {
            case JPEG -> JpegSegments.of(content).profile();
            case PNG -> PngChunks.of(content).profile();
            default -> stored.profile();
        };
    }

    /** Encodes any other picture, in sRGB, like this file. */
    public byte[] like(BufferedImage other, PictureFormat wanted, SyntheticMark mark) {
        return encode(other, Optional.empty(), wanted, mark);
    }

    private byte[] encode(BufferedImage result, Optional<byte[]> profile, PictureFormat wanted, SyntheticMark mark) {
        try {
            return wanted == PictureFormat.JPEG
                    ? JpegWriter.encode(result, profile, content, mark)
                    : PngWriter.encode(result, profile, content, mark);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }
}
