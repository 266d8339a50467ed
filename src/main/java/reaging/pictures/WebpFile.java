package reaging.pictures;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads WebP files (RFC 9649); of animations, the first picture. */
final class WebpFile {
    private final ByteBuffer content;
    private Orientation orientation = Orientation.TOP_LEFT;
    private int width; // of the canvas; 0: not specified
    private int height;
    private @Nullable Canvas canvas; // null: no animation

    private WebpFile(byte[] content) {
        this.content = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Decoded decode(byte[] content, long mostPixels) throws IOException {
        var file = new WebpFile(content);
        file.walk();
        Codec.requireAtMost(mostPixels, file.width, file.height);
        try (var codec = new Codec(PictureFormat.WEBP, content, mostPixels)) {
            var image = codec.read();
            return new Decoded(file.canvas == null ? image : file.canvas.with(image), file.orientation);
        }
    }

    /** Walks through the chunks up to the end given in the file's header. */
    private void walk() {
        long end = 8 + Integer.toUnsignedLong(content.getInt(4));
        if (end > content.capacity()) {
            throw new BufferUnderflowException();
        }
        content.limit((int) end).position(12);
        while (content.remaining() > 1) { // a last chunk may be padded to an even length
            byte[] type = new byte[4];
            content.get(type);
            long length = Integer.toUnsignedLong(content.getInt());
            if (length > content.remaining()) {
                throw new BufferUnderflowException();
            }
            int start = content.position();
            chunk(new String(type, StandardCharsets.ISO_8859_1), start, (int) length);
            content.position((int) Math.min(content.limit(), start + length + length % 2));
        }
    }

    private void chunk(String type, int start, int length) {
        switch (type) {
            case "EXIF" -> orientation = Orientation.of(Arrays.copyOfRange(content.array(), start, start + length));
            case "VP8X" -> {
                width = 1 + threeBytes(start + 4);
                height = 1 + threeBytes(start + 7);
            }
            case "ANMF" -> {
                if (canvas == null) {
                    canvas = new Canvas(width, height, 2 * threeBytes(start), 2 * threeBytes(start + 3));
                }
            }
            default -> {}
        }
    }

    private int threeBytes(int at) {
        return Short.toUnsignedInt(content.getShort(at)) | Byte.toUnsignedInt(content.get(at + 2)) << 16;
    }
}
