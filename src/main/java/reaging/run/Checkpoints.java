package reaging.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Session;
import reaging.files.Checksums;
import reaging.files.FileTree;
import reaging.runtime.VariableFile;

/**
 * The checkpoints of a run, a folder for each: {@code step-00000625/variables.index}, its data, {@code state.json} and
 * checksums. A checkpoint is written under a temporary name and renamed once it is complete, so a failure harms no other one.
 */
public final class Checkpoints {
    /** The default number of newest checkpoints to keep; the best one is kept in addition. */
    public static final int KEPT = 2;

    private static final Pattern NAME = Pattern.compile("step-(\\d{8,})");

    private final Path folder;
    private final int kept;
    private final Consumer<String> notices;

    /**
     * The content of a checkpoint besides the variables. Batches and noise follow from the run's seed and the step.
     *
     * @param step the last completed step
     * @param images seen so far
     * @param seconds of training so far
     * @param faces fingerprint of the training faces; null: unknown
     * @param heldOutCycle cycle error of the averaged generator on held-out faces, lower is better; null: not measured
     * @param recoveries number of times that training returned to a checkpoint, each of which halved the learning rate
     * @param lossScale loss scale of the next step; null: losses are not scaled
     */
    public record State(
            long step,
            long images,
            double seconds,
            @Nullable String faces,
            @Nullable Double heldOutCycle,
            int recoveries,
            @Nullable LossScale lossScale) {
        /** Creates a state without the optional values. */
        public State(long step, long images, double seconds) {
            this(step, images, seconds, null, null, 0, null);
        }

        /** Returns the state one step later. */
        public State after(int count, double duration, boolean overflowed) {
            var nextScale = lossScale == null ? null : lossScale.after(overflowed);
            return new State(step + 1, images + count, seconds + duration, faces, null, recoveries, nextScale);
        }

        /** Returns the factor by which the losses of the next step are multiplied. */
        public float lossFactor() {
            return lossScale == null ? 1 : lossScale.factor();
        }

        public State withHeldOutCycle(double error) {
            return new State(step, images, seconds, faces, error, recoveries, lossScale);
        }

        public State withFaces(String fingerprint) {
            return new State(step, images, seconds, fingerprint, heldOutCycle, recoveries, lossScale);
        }

        public State withRecoveries(int count) {
            return new State(step, images, seconds, faces, heldOutCycle, count, lossScale);
        }

        public State withLossScale(@Nullable LossScale scale) {
            return new State(step, images, seconds, faces, heldOutCycle, recoveries, scale);
        }
    }

    /**
     * A checkpoint on disk.
     *
     * @param path its folder
     * @param state state of the training
     */
    public record Checkpoint(Path path, State state) {
        /** Returns the prefix of the variables' files, as TensorFlow calls it. */
        public String variables() {
            return path.resolve("variables").toString();
        }

        /** Returns the result of its evaluation, if any. */
        public Optional<Evaluated> evaluated() {
            return Evaluated.read(path);
        }
    }

    /** Opens the checkpoints in a folder; damaged ones are skipped silently. */
    public Checkpoints(Path folder) {
        this(folder, KEPT, notice -> {});
    }

    /**
     * Opens the checkpoints in a folder.
     *
     * @param notices receives a notice for each damaged checkpoint
     */
    public Checkpoints(Path folder, Consumer<String> notices) {
        this(folder, KEPT, notices);
    }

    /**
     * Opens the checkpoints in a folder.
     *
     * @param kept number of newest checkpoints to keep
     * @param notices receives a notice for each damaged checkpoint
     */
    public Checkpoints(Path folder, int kept, Consumer<String> notices) {
        this.folder = folder;
        this.kept = kept;
        this.notices = notices;
    }

    /**
     * Writes a checkpoint, then removes old ones, keeping the newest and the best.
     *
     * @throws UncheckedIOException if it cannot be written; those before it are untouched
     */
    public void save(Session session, VariableFile variables, State state) {
        var beside = folder.resolve("unfinished");
        var target = path(state.step());
        try {
            FileTree.delete(beside);
            Files.createDirectories(beside);
            variables.save(session, beside.resolve("variables").toString());
            Files.writeString(beside.resolve("state.json"), new Gson().toJson(state) + "\n");
            Checksums.write(beside);
            FileTree.delete(target);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            prune();
        } catch (IOException e) {
            discard(beside);
            throw new UncheckedIOException(
                    "cannot write the checkpoint " + target
                            + "; those before it are complete: make room and resume the run " + folder.getParent(),
                    e);
        }
    }

    private Path path(long step) {
        return folder.resolve(String.format(Locale.ROOT, "step-%08d", step));
    }

    /** Records the result of a checkpoint's evaluation, then removes a previous best one if it is superseded. */
    public void note(Evaluated evaluated) {
        try {
            evaluated.write(path(evaluated.step()));
            prune();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record an evaluation in " + path(evaluated.step()), e);
        }
    }

    /** Frees the space; what cannot be deleted now is deleted before the next checkpoint. */
    private static void discard(Path unfinished) {
        try {
            FileTree.delete(unfinished);
        } catch (IOException e) {
            unfinished.toFile().deleteOnExit();
        }
    }

    private void prune() throws IOException {
        var all = list();
        List<Path> surplus = new ArrayList<>(all.subList(0, Math.max(0, all.size() - kept)));
        best(all).ifPresent(best -> surplus.remove(best.path()));
        for (var old : surplus) {
            FileTree.delete(old);
        }
    }

    /** Returns the newest intact checkpoint. */
    public Optional<Checkpoint> latest() {
        var all = list();
        for (int i = all.size() - 1; i >= 0; i--) {
            var found = whole(all.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the best intact checkpoint, by evaluations or else by the cycle error on held-out faces. */
    public Optional<Checkpoint> best() {
        return best(list().stream().filter(path -> whole(path).isPresent()).toList());
    }

    private static Optional<Checkpoint> best(List<Path> paths) {
        return BestCheckpoint.of(
                paths.stream().flatMap(path -> read(path).stream()).toList());
    }

    private Optional<Checkpoint> whole(Path path) {
        try {
            var damage = Checksums.damage(path);
            var checkpoint = damage.isEmpty() ? read(path) : Optional.<Checkpoint>empty();
            if (checkpoint.isEmpty()) {
                notices.accept("the checkpoint " + path + " is damaged and skipped: "
                        + damage.orElse("state.json cannot be read"));
            }
            return checkpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + path, e);
        }
    }

    private static Optional<Checkpoint> read(Path path) {
        try {
            var state = new Gson().fromJson(Files.readString(path.resolve("state.json")), State.class);
            return Optional.ofNullable(state).map(found -> new Checkpoint(path, found));
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    /** Deletes a checkpoint that turned out to be unusable, unless it is the only one. */
    public void discard(Checkpoint checkpoint) {
        try {
            if (list().size() > 1) {
                FileTree.delete(checkpoint.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the checkpoint " + checkpoint.path(), e);
        }
    }

    /** Whether there is any checkpoint, intact or not. */
    public boolean any() {
        return !list().isEmpty();
    }

    private List<Path> list() {
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
