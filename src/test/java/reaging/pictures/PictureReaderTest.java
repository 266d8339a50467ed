package reaging.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.pictures.FourColours.encoded;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private static final int[] IN_ORDER = {0, 1, 2, 3};

    @TempDir
    Path folder;

    static List<Path> files() {
        return FourColours.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyKindOfFileShowsWhatAViewerShows(Path file) {
        var picture = PictureReader.PHOTOS.read(file);

        assertEquals(FourColours.WIDTH, picture.getWidth());
        assertEquals(FourColours.HEIGHT, picture.getHeight());
        assertEquals(BufferedImage.TYPE_INT_RGB, picture.getType());
        FourColours.assertShown(IN_ORDER, picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void whatJavaWritesIsReadAsWell(String format) {
        var content = encoded(FourColours.picture(), format);

        FourColours.assertShown(IN_ORDER, PictureReader.PHOTOS.read("x." + format, content));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0 1 2 3",
        "2, 1 0 3 2",
        "3, 3 2 1 0",
        "4, 2 3 0 1",
        "5, 0 2 1 3",
        "6, 2 0 3 1",
        "7, 3 1 2 0",
        "8, 1 3 0 2",
        "9, 0 1 2 3", // no orientation
        "0, 0 1 2 3"
    })
    void everyOrientationOfExifIsTurnedUpright(int orientation, String order) {
        int[] expected =
                Arrays.stream(order.split(" ")).mapToInt(Integer::parseInt).toArray();
        var jpeg = encoded(FourColours.picture(), "jpeg");
        var png = encoded(FourColours.picture(), "png");

        for (var turned : List.of(
                PictureReader.PHOTOS.read("a.jpg", jpegWithExif(jpeg, exif(orientation))),
                PictureReader.PHOTOS.read("a.png", pngWithChunk(png, "eXIf", exif(orientation))))) {
            FourColours.assertShown(expected, turned);
            boolean lies = orientation >= 5 && orientation <= 8;
            assertEquals(lies ? FourColours.HEIGHT : FourColours.WIDTH, turned.getWidth());
        }
    }

    @Test
    void brokenExifIsNoReasonToRefuseAPhoto() {
        var jpeg = encoded(FourColours.picture(), "jpeg");

        var picture = PictureReader.PHOTOS.read("a.jpg", jpegWithExif(jpeg, new byte[] {'I', 'I', 42, 0, 99}));

        FourColours.assertShown(IN_ORDER, picture);
    }

    private static byte[] exif(int orientation) {
        var exif = ByteBuffer.allocate(26);
        exif.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    private static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        var result = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        result.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.length + 8));
        result.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(exif);
        return result.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A PNG with one chunk more, behind the header. */
    private static byte[] pngWithChunk(byte[] png, String type, byte[] data) {
        int header = 8 + 25;
        var result = ByteBuffer.allocate(png.length + data.length + 12);
        result.put(png, 0, header).putInt(data.length).put(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        result.put(data).putInt(crc(result.array(), header + 4, data.length + 4));
        return result.put(png, header, png.length - header).array();
    }

    private static int crc(byte[] bytes, int from, int length) {
        var crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    @ParameterizedTest
    @CsvSource({"png, 0", "png, 100", "png, 128", "png, 255", "jpeg, 100", "bmp, 100", "tiff, 100", "gif, 100"})
    void greyIsNotWashedOut(String format, int level) {
        var grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) level);

        assertEquals(level * 0x010101, pixel(PictureReader.PHOTOS, encoded(grey, format)));
    }

    @ParameterizedTest
    @CsvSource({"100, 255, 100", "100, 0, 255", "0, 51, 204"})
    void greyWithTransparencyLiesOnWhite(int level, int alpha, int expected) {
        assertEquals(expected * 0x010101, pixel(PictureReader.PHOTOS, encoded(greyAlpha(level, alpha), "png")));
    }

    private static BufferedImage greyAlpha(int level, int alpha) {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        var raster = model.createCompatibleWritableRaster(4, 4);
        for (int i = 0; i < 16; i++) {
            raster.setPixel(i % 4, i / 4, new int[] {level, alpha});
        }
        return new BufferedImage(model, raster, false, null);
    }

    @Test
    void coloursHiddenUnderTransparencyNeverShow() {
        var content = encoded(filled(BufferedImage.TYPE_INT_ARGB, 0x00804020), "png");

        assertEquals(0xffffff, pixel(PictureReader.PHOTOS, content));
        assertEquals(0, pixel(PictureReader.MASKS, content));
    }

    @Test
    void halfTransparentColoursAreMixedWithWhatIsBehind() {
        var content = encoded(filled(BufferedImage.TYPE_INT_ARGB, 0x80ff0000), "png");

        assertEquals(0xff7f7f, pixel(PictureReader.PHOTOS, content));
        assertEquals(0x800000, pixel(PictureReader.MASKS, content));
    }

    @Test
    void aColourThatAPngCallsTransparentDoesNotShow() {
        var grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        var colour = filled(BufferedImage.TYPE_3BYTE_BGR, 0xff0a141e);

        assertEquals(0xffffff, pixel(PictureReader.PHOTOS, pngWithChunk(encoded(grey, "png"), "tRNS", new byte[2])));
        assertEquals(0xffffff, pixel(PictureReader.PHOTOS, pngWithChunk(encoded(colour, "png"), "tRNS", new byte[] {
            0, 10, 0, 20, 0, 30
        })));
    }

    @Test
    void sixteenBitsBecomeTheNearestOfEight() {
        var grey = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 16; i++) {
            grey.getRaster().setSample(i % 4, i / 4, 0, 100 * 257 + 100);
        }

        assertEquals(100 * 0x010101, pixel(PictureReader.PHOTOS, encoded(grey, "png")));
        assertEquals(100 * 0x010101, pixel(PictureReader.PHOTOS, encoded(grey, "tiff")));
    }

    private static BufferedImage filled(int type, int argb) {
        var picture = new BufferedImage(4, 4, type);
        for (int i = 0; i < 16; i++) {
            picture.setRGB(i % 4, i / 4, argb);
        }
        return picture;
    }

    private static int pixel(PictureReader reader, byte[] content) {
        return reader.read("a picture", content).getRGB(1, 1) & 0xffffff;
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsCutOffIsRefusedWhereverItEnds(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);

        for (int part = 1; part <= 20; part++) {
            var cut = Arrays.copyOf(content, Math.min(content.length - 1, content.length * part / 20));
            assertThrows(
                    UnreadablePicture.class,
                    () -> PictureReader.PHOTOS.read("cut", cut),
                    () -> file + " after " + cut.length + " of " + content.length);
        }
    }

    @Test
    void aCutOffFileIsCalledTruncatedWithItsNameAndLength() throws IOException {
        var file = folder.resolve("half.jpg");
        byte[] content = encoded(FourColours.picture(), "jpeg");
        Files.write(file, Arrays.copyOf(content, content.length - 20));

        var message = assertThrows(UnreadablePicture.class, () -> PictureReader.PHOTOS.read(file))
                .getMessage();

        assertEquals(
                file + " must be a whole picture but is truncated: this JPEG file ends after " + (content.length - 20)
                        + " bytes, within its data",
                message);
    }

    @Test
    void aJpegThatLacksPixelsBeforeItsEndMarkIsRefused() {
        byte[] content = encoded(FourColours.picture(), "jpeg");
        byte[] patched = Arrays.copyOf(content, content.length - 20);
        patched[patched.length - 2] = (byte) 0xff;
        patched[patched.length - 1] = (byte) 0xd9;

        refused("damaged", "a.jpg", patched);
    }

    @Test
    void aPngWithAWrongByteAmongItsPixelsIsRefused() {
        byte[] content = encoded(FourColours.picture(), "png");
        content[content.length - 20] ^= 1;

        refused("checksum", "a.png", content);
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpg, png, 'a.jpg must be a JPEG file, as its name says, but is a PNG file; let its name end in .png'",
        "a.PNG, jpeg, 'a.PNG must be a PNG file, as its name says, but is a JPEG file; let its name end in .jpg'",
        "a.webp, gif, 'a.webp must be a WebP file, as its name says, but is a GIF file; let its name end in .gif'"
    })
    void aFileThatIsNotWhatItsNameSaysIsRefusedWithWhatItIs(String name, String format, String expected) {
        assertEquals(expected, refused("", name, encoded(FourColours.picture(), format)));
    }

    @Test
    void aNameThatSaysNothingIsNoReasonToRefuseAPhoto() {
        var content = encoded(FourColours.picture(), "png");

        FourColours.assertShown(IN_ORDER, PictureReader.PHOTOS.read("photo.of.anna", content));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty",
        "<!DOCTYPE html>, HTML or XML",
        "version https://git-lfs.github.com/spec/v1, a Git LFS pointer",
        "....ftypheic...., HEIC",
        "%PDF-1.7, PDF",
        "once upon a time, an unknown kind of file"
    })
    void whatIsNoPictureIsRefusedWithWhatItIs(String content, String found) {
        refused(found, "a.jpg", content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aFolderAndAMissingFileAreNamed() {
        assertTrue(refused(folder).endsWith("is a folder"));
        assertTrue(refused(folder.resolve("a.jpg")).endsWith("a.jpg does not exist"));
    }

    private static String refused(Path file) {
        return assertThrows(UnreadablePicture.class, () -> PictureReader.PHOTOS.read(file))
                .getMessage();
    }

    private static String refused(String expected, String name, byte[] content) {
        var message = assertThrows(UnreadablePicture.class, () -> PictureReader.PHOTOS.read(name, content))
                .getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.startsWith(name), message);
        return message;
    }

    @ParameterizedTest
    @MethodSource("files")
    void morePixelsThanAllowedAreRefusedWithTheLimit(Path file) {
        var reader = new PictureReader(1535, java.awt.Color.WHITE);

        var message =
                assertThrows(UnreadablePicture.class, () -> reader.read(file)).getMessage();

        assertTrue(
                message.endsWith("must have at most 1,535 pixels but has 48 x 32, which are 1,536")
                        || message.endsWith("must have at most 1,535 pixels but has 32 x 48, which are 1,536"),
                message);
    }

    @Test
    void aHeaderThatPromisesTooManyPixelsIsRefusedBeforeAnythingIsDecoded() {
        byte[] content = encoded(FourColours.picture(), "png");
        var header = ByteBuffer.wrap(content);
        header.putInt(16, 60_000).putInt(20, 60_000).putInt(29, crc(content, 12, 17));

        refused("at most 120,000,000 pixels but has 60000 x 60000", "a.png", content);
    }
}
