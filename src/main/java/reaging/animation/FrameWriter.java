package reaging.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Writes pictures that follow each other; what it writes is whole once it has been closed. From one thread at a time. */
public sealed interface FrameWriter extends AutoCloseable permits GifWriter, Mp4Writer {
    /**
     * Adds a picture.
     *
     * @param frame of the same size as all others
     * @throws IllegalArgumentException if it is of another size
     */
    void write(BufferedImage frame) throws IOException;

    @Override
    void close() throws IOException;
}
