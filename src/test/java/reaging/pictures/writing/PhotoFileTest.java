package reaging.pictures.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.tiff.IFD;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.pictures.PictureFormat;
import reaging.pictures.PictureReader;
import reaging.pictures.UnreadablePicture;
import reaging.pictures.writing.JpegSegments.Segment;

/** A photo with a changed corner, written like the file that it comes from. */
class PhotoFileTest {
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final SyntheticMark MARK = new SyntheticMark("Synthetic: changed by a test.");

    @TempDir
    private Path folder;

    private PhotoFile read(String name, byte[] content) throws IOException {
        var file = Files.write(folder.resolve(name), content);
        return PhotoFile.read(file, PictureReader.MOST_PIXELS);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = PhotoFileTest.class.getResourceAsStream("/reaging/pictures/" + name)) {
            return stream.readAllBytes();
        }
    }

    private static BufferedImage changed(BufferedImage picture) {
        var changed = new BufferedImage(picture.getColorModel(), picture.copyData(null), false, null);
        var graphics = changed.createGraphics();
        graphics.setColor(new Color(90, 90, 90));
        graphics.fillRect(0, 0, 3, 3);
        graphics.dispose();
        return changed;
    }

    private BufferedImage shown(byte[] content) {
        return PictureReader.PHOTOS.read("result", content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile.png",
                "profile-palette.png",
                "alpha.png",
                "alpha-palette.png",
                "profile.tif",
                "profile.webp",
                "lossless.webp",
                "lzw.tif",
                "palette.bmp",
                "inks.jpg",
                "inks.tif",
                "animation.gif",
                "profile.jpg"
            })
    void asPngEveryPixelThatDidNotChangeStaysAsItIs(String name) throws IOException {
        var photo = read(name, resource(name));
        var after = changed(photo.picture());
        var again = shown(photo.with(after, PictureFormat.PNG, MARK));
        for (int y = 0; y < after.getHeight(); y++) {
            for (int x = 0; x < after.getWidth(); x++) {
                if (x >= 3 || y >= 3) {
                    assertEquals(photo.picture().getRGB(x, y), again.getRGB(x, y), x + ", " + y);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile.png", "profile.tif", "profile.jpg", "lzw.tif", "inks.jpg"})
    void aChangeIsCarriedOverToTheFilesOwnColours(String name) throws IOException {
        var photo = read(name, resource(name));
        int colour = shown(photo.with(changed(photo.picture()), PictureFormat.PNG, MARK))
                .getRGB(1, 1);
        for (int shift = 0; shift < 24; shift += 8) {
            assertEquals(90, colour >> shift & 0xff, 2, Integer.toHexString(colour));
        }
    }

    @ParameterizedTest
    @CsvSource({"profile.jpg, JPEG", "profile.png, PNG", "profile.tif, PNG", "profile.webp, PNG"})
    void theProfileIsKept(String name, PictureFormat format) throws IOException {
        var photo = read(name, resource(name));
        assertEquals(format, photo.format());
        byte[] result = photo.with(changed(photo.picture()), format, MARK);
        var profile = format == PictureFormat.JPEG
                ? JpegSegments.of(result).profile()
                : PngChunks.of(result).profile();
        assertTrue(profile.orElseThrow().length > 100);
    }

    @Test
    void aJpegHasItsProfileOnce() throws IOException {
        var photo = read("profile.jpg", resource("profile.jpg"));
        byte[] result = photo.with(changed(photo.picture()), PictureFormat.JPEG, MARK);
        assertArrayEquals(
                JpegSegments.of(resource("profile.jpg")).profile().orElseThrow(),
                JpegSegments.of(result).profile().orElseThrow());
    }

    @Test
    void opacityIsKept() throws IOException {
        var photo = read("alpha.png", resource("alpha.png"));
        var before = ImageIO.read(new ByteArrayInputStream(resource("alpha.png")));
        var after =
                ImageIO.read(new ByteArrayInputStream(photo.with(changed(photo.picture()), PictureFormat.PNG, MARK)));
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                assertEquals(before.getRGB(x, y) >>> 24, after.getRGB(x, y) >>> 24);
            }
        }
    }

    @Test
    void sixteenBitsStaySixteen() throws IOException {
        var grey = new BufferedImage(20, 10, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 200; i++) {
            grey.getRaster().setSample(i % 20, i / 20, 0, 300 * i + 7);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(grey, "png", bytes);
        var photo = read("deep.png", bytes.toByteArray());
        var again =
                ImageIO.read(new ByteArrayInputStream(photo.with(changed(photo.picture()), PictureFormat.PNG, MARK)));
        assertEquals(DataBuffer.TYPE_USHORT, again.getRaster().getTransferType());
        assertEquals(300 * 150 + 7, again.getRaster().getSample(10, 7, 0));
        assertNotEquals(300 * 21 + 7, again.getRaster().getSample(1, 1, 0));
    }

    private static byte[] jpeg(int type) throws IOException {
        var picture = new BufferedImage(40, 24, type);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(200, 120, 90));
        graphics.fillRect(0, 0, 20, 24);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY})
    void aJpegFileKeepsItsQuality(int type) throws IOException {
        byte[] content = jpeg(type);
        var photo = read("photo.jpg", content);
        byte[] result = photo.with(changed(photo.picture()), photo.format(), MARK);
        var before = JpegQuality.of(JpegSegments.of(content));
        var after = JpegQuality.of(JpegSegments.of(result));
        assertEquals(before.components(), after.components());
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(before.tables()[i], after.tables()[i]);
        }
    }

    private static byte[] exif(int orientation) throws IOException {
        var all = List.of(
                new TIFFEntry(TIFF.TAG_MAKE, "Maker"),
                new TIFFEntry(TIFF.TAG_ORIENTATION, (short) 3, orientation),
                new TIFFEntry(
                        TIFF.TAG_EXIF_IFD, (short) 4, new IFD(List.of(new TIFFEntry(0x9003, "2026:11:26 12:00:00")))),
                new TIFFEntry(TIFF.TAG_GPS_IFD, (short) 4, new IFD(List.of(new TIFFEntry(1, "N")))));
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            new TIFFWriter().write(all, stream);
        }
        return bytes.toByteArray();
    }

    @Test
    void exifDataAreKeptExceptForThePlaceAndTurnedUpright() throws IOException {
        byte[] content = JpegSegments.of(jpeg(BufferedImage.TYPE_3BYTE_BGR))
                .with(List.of(Segment.of(JpegSegments.APP1, EXIF, exif(6))))
                .file();
        var photo = read("photo.jpg", content);
        assertEquals(24, photo.picture().getWidth());
        byte[] result = photo.with(changed(photo.picture()), photo.format(), MARK);
        var segment = JpegSegments.of(result).first(JpegSegments.APP1, EXIF).orElseThrow();
        var kept = tiff(Arrays.copyOfRange(segment.content(), 6, segment.content().length));
        assertEquals("Maker", kept.getEntryById(TIFF.TAG_MAKE).getValue());
        assertEquals(1, ((Number) kept.getEntryById(TIFF.TAG_ORIENTATION).getValue()).intValue());
        var more = (Directory) kept.getEntryById(TIFF.TAG_EXIF_IFD).getValue();
        assertEquals("2026:11:26 12:00:00", more.getEntryById(0x9003).getValue());
        assertEquals(null, kept.getEntryById(TIFF.TAG_GPS_IFD));
        var again = shown(result);
        assertEquals(24, again.getWidth());
        // The left half of the stored picture is the top of what a viewer shows.
        assertEquals(200, again.getRGB(12, 5) >> 16 & 0xff, 8);
        assertEquals(0, again.getRGB(12, 35) >> 16 & 0xff, 8);
    }

    private static Directory tiff(byte[] content) throws IOException {
        return new TIFFReader().read(new ByteArrayImageInputStream(content));
    }

    @ParameterizedTest
    @CsvSource({"JPEG", "PNG"})
    void everyFileSaysThatANetworkMadeIt(PictureFormat format) throws IOException {
        var photo = read("photo.jpg", jpeg(BufferedImage.TYPE_3BYTE_BGR));
        for (byte[] file :
                List.of(photo.with(photo.picture(), format, MARK), photo.like(photo.picture(), format, MARK))) {
            var text = new String(file, StandardCharsets.ISO_8859_1);
            assertTrue(text.contains("Synthetic: changed by a test."));
            assertTrue(text.contains(SyntheticMark.SOURCE_TYPE));
        }
    }

    @Test
    void brokenExifDataAreLeftOut() throws IOException {
        byte[] content = JpegSegments.of(jpeg(BufferedImage.TYPE_3BYTE_BGR))
                .with(List.of(Segment.of(JpegSegments.APP1, EXIF, new byte[] {'I', 'I', 42, 0, -1, -1, -1, 127, 3})))
                .file();
        var photo = read("photo.jpg", content);
        byte[] result = photo.with(changed(photo.picture()), photo.format(), MARK);
        assertTrue(JpegSegments.of(result).first(JpegSegments.APP1, EXIF).isEmpty());
    }

    @Test
    void tooManyPixelsAreRefused() throws IOException {
        var file = Files.write(folder.resolve("photo.jpg"), jpeg(BufferedImage.TYPE_3BYTE_BGR));
        var refused = assertThrows(UnreadablePicture.class, () -> PhotoFile.read(file, 900));
        assertTrue(refused.getMessage().contains("at most 900 pixels"), refused.getMessage());
    }
}
