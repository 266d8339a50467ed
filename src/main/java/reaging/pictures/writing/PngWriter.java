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

/** Writes PNG files that are like others. */
final class PngWriter {
    private PngWriter() {}

    /**
     * Encodes a picture with its original's EXIF data as far as they still hold.
     *
     * @param picture in the colours of the profile
     * @param profile an ICC profile; empty: what everyone takes for granted, sRGB
     * @param original a file of any format
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
