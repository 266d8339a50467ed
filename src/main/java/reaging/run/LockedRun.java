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
 * A run that this process holds, so that no other one trains it; until it is closed or the process ends, in whatever way that
 * ends.
 */
public final class LockedRun implements AutoCloseable {
    private final RunFolder folder;
    private final FileChannel channel; // of a locked file

    private LockedRun(RunFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes a run; empty: another process, or another part of this one, has it. */
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
            return Optional.empty(); // held by this process
        }
    }

    /** Takes a run that nobody may have. */
    public static LockedRun require(RunFolder folder) {
        return take(folder)
                .orElseThrow(() -> new IllegalStateException(
                        "a run is trained by one process at a time but another one is training " + folder.path()
                                + "; wait for it, or start another run"));
    }

    /** Makes a new run; its number is one above the highest in {@code out}, and nobody else gets that name. */
    public static LockedRun create(Path out, String data, RunConfig config) {
        return RunFolder.createLocked(out, data, config);
    }

    /** The run's folder. */
    public RunFolder folder() {
        return folder;
    }

    /**
     * Gives the run another length.
     *
     * @param config with that length
     * @param state how far the run is
     * @return what happens, for a person
     */
    public String lengthen(RunConfig config, Checkpoints.State state) {
        return folder.lengthen(config, state);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give the lock of a run back", e);
        }
    }
}
