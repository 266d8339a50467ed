package reaging.pictures;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Arrays;

/** Reads the first picture of TIFF files (TIFF 6.0). */
final class TiffFile {
    private TiffFile() {}

    static Decoded decode(byte[] content, long mostPixels) throws IOException {
        requireWhole(content);
        try (var codec = new Codec(PictureFormat.TIFF, content, mostPixels)) {
            return new Decoded(codec.read(), Orientation.of(content));
        }
    }

    /** Requires a complete file; the format has no end marker, but its directory gives the position of the pixels. */
    private static void requireWhole(byte[] content) throws IOException {
        var directory = new TIFFReader().read(new ByteArrayImageInputStream(content));
        for (var entry : directory) {
            // The library stores an error instead of a value that lies beyond the end of the file.
            if (entry.getValue() instanceof EOFException) {
                throw new BufferUnderflowException();
            }
        }
        requireWithin(content.length, directory, TIFF.TAG_STRIP_OFFSETS, TIFF.TAG_STRIP_BYTE_COUNTS);
        requireWithin(content.length, directory, TIFF.TAG_TILE_OFFSETS, TIFF.TAG_TILE_BYTE_COUNTS);
        if (directory.getEntryById(TIFF.TAG_STRIP_OFFSETS) == null
                && directory.getEntryById(TIFF.TAG_TILE_OFFSETS) == null) {
            throw new BufferUnderflowException();
        }
    }

    private static void requireWithin(long length, Directory directory, int offsetsTag, int countsTag)
            throws IOException {
        long[] offsets = numbers(directory, offsetsTag);
        long[] counts = numbers(directory, countsTag);
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] + (i < counts.length ? counts[i] : 1) > length) {
                throw new BufferUnderflowException();
            }
        }
    }

    private static long[] numbers(Directory directory, int tag) throws IOException {
        var entry = directory.getEntryById(tag);
        if (entry == null) {
            return new long[0];
        }
        if (entry.getValue() instanceof Number number) {
            return new long[] {number.longValue()};
        }
        if (entry.getValue() instanceof int[] numbers) {
            return Arrays.stream(numbers).asLongStream().toArray();
        }
        if (entry.getValue() instanceof long[] numbers) {
            return numbers;
        }
        throw new IOException("tag " + tag + " of a TIFF file must be numbers but is " + entry.getValueAsString());
    }
}
