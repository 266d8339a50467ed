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

/** What of a photo's EXIF data (CIPA DC-008) may go into a picture that was made from it. */
final class CleanExif {
    private static final int SHORT = 3;

    private CleanExif() {}

    /**
     * The data without the place where the photo was taken and without its thumbnails, which show the faces as they were; for
     * pixels that are upright.
     *
     * @param tiff the data from their TIFF header on
     * @return in the same form; nothing where the data are broken
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
            // Broken data are many things to a reader, and nobody misses them.
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
