package reaging.pictures.writing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import reaging.pictures.PictureFormat;
import reaging.pictures.writing.PngChunks.Chunk;

/** Writes PNG files that resemble their originals. */
final class PngWriter {
    private PngWriter() {}

    /**
     * Encodes a picture with its original's EXIF data, as far as it still applies.
     *
     * @param picture picture in the colours of the profile
     * @param profile ICC profile; empty: sRGB, the default
     * @param original original file of any format
     */
    static byte[] encode(BufferedImage picture, Optional<byte[]> profile, byte[] original, SyntheticMark mark)
            throws IOException {
        List<Chunk> about = new ArrayList<>();
        profile.ifPresent(content -> about.add(Chunk.ofProfile(content)));
        exif(original).flatMap(CleanExif::of).ifPresent(exif -> about.add(new Chunk("eXIf", exif)));
        about.add(Chunk.text("Comment", mark.words()));
        about.add(Chunk.xmp(mark.xmp()));
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return PngChunks.of(bytes.toByteArray()).with(about).file();
    }

    private static Optional<byte[]> exif(byte[] original) {
        return PictureFormat.of(original)
                .filter(format -> format == PictureFormat.PNG)
                .flatMap(format -> PngChunks.of(original).first("eXIf"));
    }
}
