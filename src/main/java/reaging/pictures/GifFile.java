package reaging.pictures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Reads the first picture of GIF files (GIF89a). */
final class GifFile {
    private static final int PICTURE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3b;
    private static final int HAS_COLOURS = 0x80;

    private final ByteBuffer content;
    private @Nullable Canvas canvas; // null: no picture yet

    private GifFile(byte[] content) {
        this.content = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Decoded decode(byte[] content, long mostPixels) throws IOException {
        var file = new GifFile(content);
        var canvas = file.walk();
        Codec.requireAtMost(mostPixels, canvas.width(), canvas.height());
        try (var codec = new Codec(PictureFormat.GIF, content, mostPixels)) {
            var image = codec.read();
            if (!codec.complaints().isEmpty()) {
                throw new IOException(codec.complaints().get(0));
            }
            return new Decoded(canvas.with(image), Orientation.TOP_LEFT);
        }
    }

    /** Walks through the blocks up to the last one, which a truncated file lacks; returns the first picture's canvas. */
    private Canvas walk() throws IOException {
        content.position(6); // after the signature
        int width = unsignedShort();
        int height = unsignedShort();
        int flags = unsignedByte();
        skip(2); // background and shape of the pixels
        skipColours(flags);
        for (int block = unsignedByte(); block != END; block = unsignedByte()) {
            switch (block) {
                case PICTURE -> picture(width, height);
                case EXTENSION -> skip(1); // its type
                default -> throw new IOException("a GIF file must not have blocks of type " + block);
            }
            skipData();
        }
        if (canvas == null) {
            throw new IOException("a GIF file must contain a picture but has none");
        }
        return canvas;
    }

    private void picture(int width, int height) {
        int left = unsignedShort();
        int top = unsignedShort();
        int right = left + unsignedShort();
        int bottom = top + unsignedShort();
        if (canvas == null) {
            canvas = new Canvas(Math.max(width, right), Math.max(height, bottom), left, top);
        }
        skipColours(unsignedByte());
        skip(1); // minimum size of a code
    }

    private void skipColours(int flags) {
        if ((flags & HAS_COLOURS) != 0) {
            skip(3 << ((flags & 7) + 1));
        }
    }

    private void skipData() {
        for (int length = unsignedByte(); length != 0; length = unsignedByte()) {
            skip(length);
        }
    }

    private void skip(int length) {
        content.get(new byte[length]);
    }

    private int unsignedByte() {
        return Byte.toUnsignedInt(content.get());
    }

    private int unsignedShort() {
        return Short.toUnsignedInt(content.getShort());
    }
}
