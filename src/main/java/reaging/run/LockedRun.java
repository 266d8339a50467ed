package reaging.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A run that this process holds, so that no other one trains it; until it is closed or the process ends, in whatever way that
 * ends.
 */
public final class LockedRun implements AutoCloseable {
    private final RunFolder folder;
    private final RunLock lock;

    LockedRun(RunFolder folder, RunLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes a run; empty: another process, or another part of this one, has it. */
    public static Optional<LockedRun> take(RunFolder folder) {
        return RunLock.take(folder.path()).map(lock -> new LockedRun(folder, lock));
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
        lock.close();
    }
}
