package reaging.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Writes a sequence of pictures; the file is complete once the writer is closed. Not thread-safe. */
public sealed interface FrameWriter extends AutoCloseable permits GifWriter, Mp4Writer {
    /**
     * Adds a picture.
     *
     * @param frame a picture of the same size as all others
     * @throws IllegalArgumentException if it has another size
     */
    void write(BufferedImage frame) throws IOException;

    @Override
    void close() throws IOException;
}
