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
     * Reads a photo as a {@link PictureReader} does.
     *
     * @param mostPixels more are refused before anything is decoded
     * @throws UnreadablePicture if it is no whole picture, or has too many pixels
     * @throws UncheckedIOException if the file cannot be read at all
     */
    public static PhotoFile read(Path file, long mostPixels) {
        return of(file.toString(), new PictureReader(mostPixels, Color.WHITE).content(file), mostPixels);
    }

    /**
     * Reads a photo from a file's content.
     *
     * @param name what messages call it
     * @param mostPixels more are refused before anything is decoded
     * @throws UnreadablePicture if it is no whole picture, or has too many pixels
     */
    public static PhotoFile of(String name, byte[] content, long mostPixels) {
        var reader = new PictureReader(mostPixels, Color.WHITE);
        var decoded = reader.decoded(name, content);
        var picture = reader.shown(decoded);
        return new PhotoFile(
                content, PictureFormat.of(content).orElseThrow(), picture, StoredColours.of(decoded, picture));
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

    /** The file's own ICC profile, if the stored colours are the file's. */
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
