package reaging.pictures;

import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads JPEG files (ITU-T T.81), including those for print with four inks. */
final class JpegFile {
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int NO_ADOBE = -1;
    private static final int YCCK = 2;

    private final ByteBuffer content;
    private Orientation orientation = Orientation.TOP_LEFT;
    private int components;
    private int adobeTransform = NO_ADOBE;
    private boolean pixels;

    private JpegFile(byte[] content) {
        this.content = ByteBuffer.wrap(content);
    }

    static Decoded decode(byte[] content, long mostPixels) throws IOException {
        var file = new JpegFile(content);
        file.walk();
        try (var codec = new Codec(PictureFormat.JPEG, content, mostPixels)) {
            var image = file.components == 4 ? file.inks(codec) : codec.read();
            for (var complaint : codec.complaints()) {
                requireHarmless(complaint);
            }
            return new Decoded(image, file.orientation);
        }
    }

    /** Rejects warnings about missing data, which the decoder silently replaces by grey. */
    private static void requireHarmless(String complaint) throws IOException {
        if ((complaint.contains("Corrupt JPEG data") && !complaint.contains("extraneous bytes"))
                || complaint.contains("Premature end")) {
            throw new IOException(complaint);
        }
    }

    /** Walks through the segments up to the end of the picture, which a truncated file lacks. */
    private void walk() throws IOException {
        content.position(2);
        for (int marker = marker(); marker != END; marker = marker()) {
            if (hasSegment(marker)) {
                int length = Short.toUnsignedInt(content.getShort()) - 2;
                segment(marker, bytes(length));
            }
            if (marker == SCAN) {
                skipScan();
            }
        }
        if (!pixels) {
            throw new IOException("a JPEG file must contain pixels but has none");
        }
    }

    private int marker() {
        while (next() != 0xff) {
            // Decoders also skip bytes between segments.
        }
        int code = next();
        while (code == 0xff) {
            code = next();
        }
        return code;
    }

    private int next() {
        return Byte.toUnsignedInt(content.get());
    }

    private byte[] bytes(int length) throws IOException {
        if (length < 0) {
            throw new IOException("a segment of a JPEG file must have a length of 2 or more but has " + (length + 2));
        }
        byte[] bytes = new byte[Math.min(length, content.remaining() + 1)]; // one byte too many causes an underflow
        content.get(bytes);
        return bytes;
    }

    private static boolean hasSegment(int marker) {
        boolean alone = (marker >= 0xd0 && marker <= 0xd8) || marker <= 1;
        return !alone;
    }

    private void segment(int marker, byte[] data) {
        if (marker == EXIF && Orientation.begins(data)) {
            orientation = Orientation.of(data);
        } else if (marker == ADOBE && data.length >= 12 && text(data, 5).equals("Adobe")) {
            adobeTransform = data[11];
        } else if (isFrame(marker) && data.length >= 6) {
            components = data[5];
        }
    }

    private static String text(byte[] data, int length) {
        return new String(data, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isFrame(int marker) {
        boolean tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        return marker >= 0xc0 && marker <= 0xcf && !tables;
    }

    /** Skips to the first marker that is not part of the compressed pixels. */
    private void skipScan() {
        pixels = true;
        byte[] all = content.array();
        for (int i = content.position(); i + 1 < all.length; i++) {
            int code = Byte.toUnsignedInt(all[i + 1]);
            boolean marker = all[i] == (byte) 0xff && code != 0 && code != 0xff && (code < 0xd0 || code > 0xd7);
            if (marker) {
                content.position(i);
                return;
            }
        }
        content.position(all.length);
    }

    /** Returns the pixels as cyan, magenta, yellow and black, 255 = full ink, however the file stores them. */
    private BufferedImage inks(Codec codec) throws IOException {
        var raster =
                (WritableRaster) codec.reader().readRaster(0, codec.reader().getDefaultReadParam());
        int[] row = new int[4 * raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, raster.getWidth(), 1, row);
            for (int i = 0; i < row.length; i += 4) {
                inks(row, i);
            }
            raster.setPixels(0, y, raster.getWidth(), 1, row);
        }
        var colours = codec.reader().getRawImageType(0).getColorModel().getColorSpace();
        return new BufferedImage(
                new ComponentColorModel(colours, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                raster,
                false,
                null);
    }

    private void inks(int[] row, int i) {
        if (adobeTransform == NO_ADOBE) {
            return;
        }
        // Photoshop stores the light that is left, not the ink, and everyone else who writes its marker follows. Luma
        // and
        // chroma are those of the inks all the same: libjpeg turns the three over once more on their way there.
        if (adobeTransform == YCCK) {
            fromYcc(row, i);
        } else {
            turnOver(row, i, 3);
        }
        turnOver(row, i + 3, 1);
    }

    private static void turnOver(int[] row, int from, int count) {
        for (int i = from; i < from + count; i++) {
            row[i] = 255 - row[i];
        }
    }

    /** Converts luma and chroma to three colours, ITU-T T.871. */
    private static void fromYcc(int[] row, int i) {
        double luma = row[i];
        double blue = row[i + 1] - 128;
        double red = row[i + 2] - 128;
        row[i] = level(luma + 1.402 * red);
        row[i + 1] = level(luma - .344136 * blue - .714136 * red);
        row[i + 2] = level(luma + 1.772 * blue);
    }

    private static int level(double value) {
        return (int) Math.round(Math.min(255, Math.max(0, value)));
    }
}
