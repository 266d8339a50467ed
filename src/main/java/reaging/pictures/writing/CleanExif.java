package reaging.pictures.writing;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.IFD;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Cleans a photo's EXIF data (CIPA DC-008) for a picture made from it. */
final class CleanExif {
    private static final int SHORT = 3;

    private CleanExif() {}

    /**
     * Removes the location and the thumbnails, which show the original faces, and sets the orientation to upright.
     *
     * @param tiff the data from its TIFF header on
     * @return the data in the same form; empty if it is broken
     */
    static Optional<byte[]> of(byte[] tiff) {
        try {
            var all = new TIFFReader().read(new ByteArrayImageInputStream(tiff));
            // The second directory describes the thumbnail.
            var first = all instanceof CompoundDirectory several ? several.getDirectory(0) : all;
            var bytes = new ByteArrayOutputStream();
            try (var stream = new MemoryCacheImageOutputStream(bytes)) {
                new TIFFWriter().write(clean(first), stream);
            }
            return Optional.of(bytes.toByteArray());
        } catch (IOException | RuntimeException e) {
            // Broken data can cause any exception, and nobody misses it.
            return Optional.empty();
        }
    }

    private static Directory clean(Directory directory) {
        List<Entry> kept = new ArrayList<>();
        for (var entry : directory) {
            int tag = (Integer) entry.getIdentifier();
            if (tag == TIFF.TAG_ORIENTATION) {
                kept.add(new TIFFEntry(tag, (short) SHORT, 1));
            } else if (tag != TIFF.TAG_GPS_IFD) {
                kept.add(entry);
            }
        }
        return new IFD(kept);
    }
}
