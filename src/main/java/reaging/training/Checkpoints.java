package reaging.training;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import reaging.nn.VariableFile;

/**
 * The checkpoints of a run, a folder for each: {@code step-00000625/variables.index}, its data, and {@code state.json}. A
 * checkpoint is written beside the others and gets its name once it is whole, so that one that fails harms none.
 */
public final class Checkpoints {
    private static final Pattern NAME = Pattern.compile("step-(\\d{8,})");
    private static final int KEPT = 2;

    private final Path folder;

    /**
     * What a checkpoint holds beside the variables.
     *
     * @param step the last step that was done
     * @param images seen so far
     * @param seconds of training so far
     */
    public record State(long step, long images, double seconds) {}

    /**
     * A checkpoint on disk.
     *
     * @param path its folder
     * @param state how far training was
     */
    public record Checkpoint(Path path, State state) {
        /** What TensorFlow calls the prefix of the variables' files. */
        public String variables() {
            return path.resolve("variables").toString();
        }
    }

    public Checkpoints(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a checkpoint, then removes all but the newest two.
     *
     * @throws UncheckedIOException if it cannot be written; those before it are untouched
     */
    void save(Session session, VariableFile variables, State state) {
        var beside = folder.resolve("unfinished");
        var target = folder.resolve(String.format(Locale.ROOT, "step-%08d", state.step()));
        try {
            delete(beside);
            Files.createDirectories(beside);
            variables.save(session, beside.resolve("variables").toString());
            Files.writeString(beside.resolve("state.json"), new Gson().toJson(state) + "\n");
            delete(target);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            prune();
        } catch (IOException | TensorFlowException e) {
            discard(beside);
            throw new UncheckedIOException(
                    "cannot write the checkpoint " + target
                            + "; those before it are whole: make room and go on with --resume " + folder.getParent(),
                    e instanceof IOException io ? io : new IOException(firstLine(e), e));
        }
    }

    /** Makes room again; what cannot be deleted now is deleted before the next checkpoint. */
    private static void discard(Path unfinished) {
        try {
            delete(unfinished);
        } catch (IOException e) {
            unfinished.toFile().deleteOnExit();
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** The newest checkpoint. */
    public Optional<Checkpoint> latest() {
        var all = list();
        return all.isEmpty() ? Optional.empty() : Optional.of(read(all.get(all.size() - 1)));
    }

    private static Checkpoint read(Path path) {
        try {
            var json = Files.readString(path.resolve("state.json"));
            return new Checkpoint(path, new Gson().fromJson(json, State.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + path, e);
        }
    }

    private void prune() throws IOException {
        var all = list();
        for (var old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            delete(old);
        }
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

    /** Deletes a folder with all that is in it, if it exists. */
    public static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
