package reaging.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads picture files as a viewer shows them: upright, in sRGB, without transparency. Training, evaluation, data checks and the
 * re-aging of photos all use it, so the same file gives the same pixels everywhere. A file that is damaged, truncated, or of
 * another format than its name implies is rejected.
 *
 * @param mostPixels maximum number of pixels, checked before decoding
 * @param behind background colour behind transparent parts; it hides the colours of pixels with alpha 0
 */
public record PictureReader(long mostPixels, Color behind) {
    /** More pixels than nearly all cameras have; a picture of this size takes about 1 GB while it is decoded. */
    public static final long MOST_PIXELS = 120_000_000;

    /** Reads photos; transparent parts become white. */
    public static final PictureReader PHOTOS = new PictureReader(MOST_PIXELS, Color.WHITE);

    /** Reads masks; transparent parts become black, that is, background. */
    public static final PictureReader MASKS = new PictureReader(MOST_PIXELS, Color.BLACK);

    public PictureReader {
        if (mostPixels < 1) {
            throw new IllegalArgumentException("mostPixels must be 1 or more but is " + mostPixels);
        }
    }

    /**
     * Reads a picture file.
     *
     * @return a picture of type {@link BufferedImage#TYPE_INT_RGB}
     * @throws UnreadablePicture if it cannot be read, is not an intact picture of a {@link PictureFormat}, or has too many pixels
     */
    public BufferedImage read(Path file) {
        return read(file.toString(), content(file));
    }

    /**
     * Reads the content of a file.
     *
     * @throws UnreadablePicture if it cannot be read
     */
    public byte[] content(Path file) {
        if (!Files.isRegularFile(file)) {
            var found = Files.isDirectory(file) ? "is a folder" : "does not exist";
            throw new UnreadablePicture("a picture must be a file but " + file + " " + found);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadablePicture(file + " must be readable but is not: " + e, e);
        }
    }

    /**
     * Reads a picture from a file's content.
     *
     * @param name name for messages; if it has the suffix of a {@link PictureFormat}, the content must have that format
     * @return a picture of type {@link BufferedImage#TYPE_INT_RGB}
     * @throws UnreadablePicture if it is not an intact picture of a {@link PictureFormat}, or has too many pixels
     */
    public BufferedImage read(String name, byte[] content) {
        return shown(decoded(name, content));
    }

    /** Returns a picture as a viewer shows it. */
    public BufferedImage shown(Decoded decoded) {
        return decoded.orientation().upright(ViewerColours.of(decoded.image(), behind));
    }

    /** Decodes a picture as it is stored. */
    public Decoded decoded(String name, byte[] content) {
        var format = format(name, content);
        try {
            return decode(format, content);
        } catch (TooManyPixels e) {
            throw new UnreadablePicture(name + " " + e.getMessage(), e);
        } catch (EOFException | BufferUnderflowException e) {
            throw new UnreadablePicture(
                    name + " must be a whole picture but is truncated: this " + format + " file ends after "
                            + content.length + " bytes, within its data",
                    e);
        } catch (IOException e) {
            throw new UnreadablePicture(name + " must be a whole picture but is damaged: " + e.getMessage(), e);
        }
    }

    private Decoded decode(PictureFormat format, byte[] content) throws IOException {
        try {
            return switch (format) {
                case JPEG -> JpegFile.decode(content, mostPixels);
                case PNG -> PngFile.decode(content, mostPixels);
                case GIF -> GifFile.decode(content, mostPixels);
                case BMP -> BmpFile.decode(content, mostPixels);
                case TIFF -> TiffFile.decode(content, mostPixels);
                case WEBP -> WebpFile.decode(content, mostPixels);
            };
        } catch (BufferUnderflowException e) {
            throw e;
        } catch (RuntimeException e) {
            // On impossible values in damaged files, decoders throw whatever their array accesses throw.
            throw new IOException(format + " data that make no sense (" + e + ")", e);
        }
    }

    private static PictureFormat format(String name, byte[] content) {
        if (content.length == 0) {
            throw new UnreadablePicture(name + " must be a picture but is empty");
        }
        var found = PictureFormat.of(content)
                .orElseThrow(() -> new UnreadablePicture(
                        name + " must be a " + PictureFormat.all() + " picture but is " + ForeignFile.title(content)));
        PictureFormat.named(name).filter(said -> said != found).ifPresent(said -> {
            throw new UnreadablePicture(name + " must be a " + said + " file, as its name says, but is a " + found
                    + " file; let its name end in ." + found.suffix());
        });
        return found;
    }
}
