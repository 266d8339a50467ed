package reaging.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A run that this process has locked so that no other one trains it, until it is closed or the process ends in any way.
 */
public final class LockedRun implements AutoCloseable {
    private final RunFolder folder;
    private final FileChannel channel; // of a locked file

    private LockedRun(RunFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Locks a run; empty: another process, or another part of this one, holds the lock. */
    public static Optional<LockedRun> take(RunFolder folder) {
        var file = folder.path().resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel).isPresent()) {
                return Optional.of(new LockedRun(folder, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // locked by this process
        }
    }

    /**
     * Locks a run.
     *
     * @throws IllegalStateException if it is locked already
     */
    public static LockedRun require(RunFolder folder) {
        return take(folder)
                .orElseThrow(() -> new IllegalStateException(
                        "only one process at a time may train a run but another one is training " + folder.path()
                                + "; wait for it, or start another run"));
    }

    /** Creates and locks a new run; its number is one above the highest in {@code out} and is never given twice. */
    public static LockedRun create(Path out, String data, RunConfig config) {
        return RunFolder.createLocked(out, data, config);
    }

    /** Returns the run's folder. */
    public RunFolder folder() {
        return folder;
    }

    /**
     * Changes the run's length.
     *
     * @param config configuration with the new length
     * @param state current state of the run
     * @return a description of the change
     */
    public String lengthen(RunConfig config, Checkpoints.State state) {
        return folder.lengthen(config, state);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of a run", e);
        }
    }
}
