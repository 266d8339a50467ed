package reaging.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Keeps a second process from training the same run. */
public final class RunLock {
    private RunLock() {}

    /** Works while holding the lock of a run's folder, which ends with the process in whatever way that ends. */
    public static <T> T holding(Path run, Supplier<T> work) {
        var file = run.resolve("lock");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock(channel) == null) {
                throw new IllegalStateException("a run is trained by one process at a time but another one is training "
                        + run + "; wait for it, or start a run of its own with --fresh");
            }
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this process
        }
    }
}
