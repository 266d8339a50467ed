package reaging.pictures.writing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import reaging.pictures.PictureFormat;
import reaging.pictures.writing.JpegSegments.Segment;

/** Writes JPEG files that resemble their originals. */
final class JpegWriter {
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);

    /** The quality if the original's cannot be kept. */
    private static final float QUALITY = .95f;

    private JpegWriter() {}

    /**
     * Encodes a picture with the quality of its original and the original's EXIF data, as far as it still applies.
     *
     * @param picture 8-bit picture, grey or RGB, in the colours of the profile
     * @param profile ICC profile; empty: sRGB, the default
     */
    static byte[] encode(BufferedImage picture, Optional<byte[]> profile, byte[] original, SyntheticMark mark)
            throws IOException {
        var source = source(original);
        List<Segment> about = new ArrayList<>();
        source.flatMap(file -> file.first(JpegSegments.APP1, EXIF))
                .flatMap(segment -> CleanExif.of(rest(segment, EXIF)))
                .map(exif -> Segment.of(JpegSegments.APP1, EXIF, exif))
                .filter(segment -> segment.content().length <= JpegSegments.MOST_BYTES)
                .ifPresent(about::add);
        about.add(Segment.of(JpegSegments.APP1, XMP, mark.xmp().getBytes(StandardCharsets.UTF_8)));
        profile.ifPresent(content -> about.addAll(JpegSegments.ofProfile(content)));
        about.add(Segment.of(JpegSegments.COMMENT, new byte[0], mark.words().getBytes(StandardCharsets.UTF_8)));
        // The encoder itself writes the profile of the picture's colours, and a second one would make the file invalid.
        return JpegSegments.of(pixels(picture, source.map(JpegQuality::of)))
                .withoutProfile()
                .with(about)
                .file();
    }

    private static Optional<JpegSegments> source(byte[] original) {
        try {
            return PictureFormat.of(original)
                    .filter(format -> format == PictureFormat.JPEG)
                    .map(format -> JpegSegments.of(original));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static byte[] pixels(BufferedImage picture, Optional<JpegQuality> quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var stream = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            var metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), parameters);
            var like = quality.filter(each -> each.fits(picture.getRaster().getNumBands()));
            if (like.isPresent()) {
                like.get().applyTo(metadata);
                parameters.setCompressionMode(ImageWriteParam.MODE_COPY_FROM_METADATA);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, metadata), parameters);
            stream.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    private static byte[] rest(Segment segment, byte[] prefix) {
        return Arrays.copyOfRange(segment.content(), prefix.length, segment.content().length);
    }
}
