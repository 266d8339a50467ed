package reaging.pictures;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads BMP files of Windows and OS/2. */
final class BmpFile {
    private static final int FIRST_HEADER = 14;
    private static final int OS2_HEADER = 12;
    private static final int RUNS_OF_8_BITS = 1;
    private static final int RUNS_OF_4_BITS = 2;

    private BmpFile() {}

    static Decoded decode(byte[] content, long mostPixels) throws IOException {
        try (var codec = new Codec(PictureFormat.BMP, content, mostPixels)) {
            requireWhole(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
            return new Decoded(codec.read(), Orientation.TOP_LEFT);
        }
    }

    /** Requires a complete file; the format has no end marker, but the header gives the extent of the pixels. */
    private static void requireWhole(ByteBuffer file) {
        long pixels = Integer.toUnsignedLong(file.getInt(10));
        long reached = pixels + (file.getInt(FIRST_HEADER) == OS2_HEADER ? os2Pixels(file) : pixels(file));
        if (reached > file.capacity()) {
            throw new BufferUnderflowException();
        }
    }

    private static long os2Pixels(ByteBuffer file) {
        return bytes(file.getShort(18), file.getShort(20), file.getShort(24));
    }

    private static long pixels(ByteBuffer file) {
        int compression = file.getInt(30);
        boolean runs = compression == RUNS_OF_8_BITS || compression == RUNS_OF_4_BITS;
        return runs
                ? Integer.toUnsignedLong(file.getInt(34))
                : bytes(file.getInt(18), file.getInt(22), file.getShort(28));
    }

    /** Returns the bytes of the pixels, whose rows are padded to multiples of 32 bits. */
    private static long bytes(long width, long height, long bits) {
        return (width * bits + 31) / 32 * 4 * Math.abs(height);
    }
}
