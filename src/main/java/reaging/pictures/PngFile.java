package reaging.pictures;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads PNG files (ISO/IEC 15948). */
final class PngFile {
    private static final int SIGNATURE = 8;

    private final ByteBuffer content;
    private Orientation orientation = Orientation.TOP_LEFT;
    private @Nullable ColorSpace colours; // null: the file names none
    private boolean pixels;

    private PngFile(byte[] content) {
        this.content = ByteBuffer.wrap(content);
    }

    static Decoded decode(byte[] content, long mostPixels) throws IOException {
        var file = new PngFile(content);
        file.walk();
        try (var codec = new Codec(PictureFormat.PNG, content, mostPixels)) {
            return new Decoded(file.coloured(codec.read()), file.orientation);
        }
    }

    /** Walks through the chunks up to the last one, which a truncated file lacks. */
    private void walk() throws IOException {
        content.position(SIGNATURE);
        String type;
        do {
            int length = content.getInt();
            var chunk = slice(4 + Math.max(0, length));
            int check = content.getInt();
            type = new String(chunk, 0, 4, StandardCharsets.ISO_8859_1);
            if (whole(type, chunk, check)) {
                chunk(type, Arrays.copyOfRange(chunk, 4, chunk.length));
            }
        } while (!type.equals("IEND"));
        if (!pixels) {
            throw new IOException("a PNG file must contain pixels but has none");
        }
    }

    private byte[] slice(int length) {
        byte[] bytes = new byte[Math.min(length, content.remaining() + 1)]; // one byte too many causes an underflow
        content.get(bytes);
        return bytes;
    }

    /** Whether a chunk is intact; a damaged one that the pixels depend on is an error, others can be ignored. */
    private static boolean whole(String type, byte[] chunk, int check) throws IOException {
        var sum = new CRC32();
        sum.update(chunk);
        boolean whole = (int) sum.getValue() == check;
        if (!whole && Character.isUpperCase(type.charAt(0))) {
            throw new IOException("the checksum of its chunk " + type + " is wrong");
        }
        return whole;
    }

    private void chunk(String type, byte[] data) {
        switch (type) {
            case "IDAT" -> pixels = true;
            case "eXIf" -> orientation = Orientation.of(data);
            case "iCCP" -> colours = profile(data);
            default -> {}
        }
    }

    /** Returns the colour space of a profile after its name; a broken profile is ignored, as in viewers. */
    private static @Nullable ColorSpace profile(byte[] data) {
        int name = 0;
        while (name < data.length && data[name] != 0) {
            name++;
        }
        int compressed = name + 2; // after the end of the name and the method
        try (var profile = new InflaterInputStream(
                new ByteArrayInputStream(data, compressed, Math.max(0, data.length - compressed)))) {
            return ColorSpaces.createColorSpace(ColorProfiles.createProfile(profile.readAllBytes()));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Returns the picture in the file's colour space, which ImageIO's reader ignores. */
    private BufferedImage coloured(BufferedImage image) {
        if (!(colours instanceof ICC_ColorSpace) || colours.isCS_sRGB()) {
            return image;
        }
        var components = ViewerColours.components(image);
        var model = components.getColorModel();
        if (model.getNumColorComponents() != colours.getNumComponents()) {
            return image;
        }
        var named = new ComponentColorModel(
                colours, model.hasAlpha(), false, model.getTransparency(), model.getTransferType());
        return new BufferedImage(named, components.getRaster(), false, null);
    }
}
