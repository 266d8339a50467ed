package reaging.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import reaging.files.FileTree;
import reaging.files.WholeFile;

/**
 * The folder of one run, {@code runs/00000-<data>-<preset>}, which explains itself: the resolved configuration, the log, the
 * sample grids, TensorBoard's event files, a page, the checkpoints and at the end the SavedModel.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();
    private static final Pattern NAME = Pattern.compile("(\\d{5})-.*");

    /** Makes the folder of a new run; its number is one above the highest in {@code out}. */
    public static RunFolder create(Path out, String data, RunConfig config) {
        try (var held = createLocked(out, data, config)) {
            return held.folder();
        }
    }

    /** Makes the folder of a new run and holds it before anybody can see that it is a run. */
    static LockedRun createLocked(Path out, String data, RunConfig config) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a run folder in " + out, e);
        }
        var run = new RunFolder(claim(out, data + "-" + config.model().preset()));
        var held = LockedRun.require(run);
        try {
            fill(run, config);
            return held;
        } catch (IOException e) {
            held.close();
            throw new UncheckedIOException("cannot make the run folder " + run.path(), e);
        }
    }

    /** Makes a folder of the next number; another process may want the same one at this moment. */
    private static Path claim(Path out, String description) {
        Optional<Path> claimed = Optional.empty();
        while (claimed.isEmpty()) {
            claimed = tryClaim(free(out, description));
        }
        return claimed.get();
    }

    /** Empty: somebody was faster. Of two whose runs have different names each may see the other, and both try again. */
    private static Optional<Path> tryClaim(Path path) {
        try {
            Files.createDirectory(path);
            if (list(Objects.requireNonNull(path.toAbsolutePath().getParent())).stream()
                            .filter(run -> number(run) == number(path))
                            .count()
                    == 1) {
                return Optional.of(path);
            }
            Files.delete(path);
            return Optional.empty();
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the run folder " + path, e);
        }
    }

    /** Makes the folder of a new run, which must not exist. */
    public static RunFolder create(Path path, RunConfig config) {
        try {
            var run = new RunFolder(Files.createDirectory(path));
            fill(run, config);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the run folder " + path, e);
        }
    }

    /** Leaves nothing where it fails, as on a full disk. */
    private static void fill(RunFolder run, RunConfig config) throws IOException {
        try {
            Files.createDirectories(run.samples());
            Files.createDirectories(run.checkpoints());
            WholeFile.writeDurably(run.config(), JSON.toJson(config) + "\n");
        } catch (IOException e) {
            FileTree.delete(run.path());
            throw e;
        }
    }

    private static Path free(Path out, String description) {
        int last = list(out).stream().mapToInt(RunFolder::number).max().orElse(-1);
        return out.resolve(String.format(Locale.ROOT, "%05d-%s", last + 1, description));
    }

    /** The run of a name or path, or with {@code latest} the newest in {@code out}. */
    public static RunFolder open(Path out, String run) {
        var path = run.equals("latest") ? newest(out) : Path.of(run);
        if (!Files.isDirectory(path) && Files.isDirectory(out.resolve(run))) {
            path = out.resolve(run);
        }
        if (!Files.isRegularFile(path.resolve("config.json"))) {
            throw new IllegalArgumentException(
                    "a run must be a folder with a config.json but " + path + " is none; name a folder of " + out);
        }
        return new RunFolder(path);
    }

    private static Path newest(Path out) {
        return all(out).stream()
                .findFirst()
                .map(RunFolder::path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there must be a run to take but " + out + " has none; train first"));
    }

    /** The newest run in {@code out} that was started with this configuration, finished or not. */
    public static Optional<RunFolder> newest(Path out, RunConfig config) {
        return all(out).stream().filter(run -> run.hasConfig(config)).findFirst();
    }

    /** The runs from the newest to the oldest. */
    private static List<RunFolder> all(Path out) {
        return list(out).stream()
                .sorted(Comparator.comparingInt(RunFolder::number).reversed())
                .map(RunFolder::new)
                // A process that was killed may leave a folder with nothing in it.
                .filter(run -> Files.isRegularFile(run.config()))
                .toList();
    }

    private boolean hasConfig(RunConfig wanted) {
        try {
            return wanted.equals(readConfig());
        } catch (IllegalArgumentException e) {
            return false; // damaged, or with settings that are not known any more
        }
    }

    /**
     * Gives the run another length. A model that it ended with is kept under the name of its length.
     *
     * @param config the run's own but for the length
     * @param state how far it is
     * @return what happens, for a person
     */
    String lengthen(RunConfig config, Checkpoints.State state) {
        var before = readConfig();
        var changes = Objects.requireNonNull(config.lengthChanges());
        var change = changes.get(changes.size() - 1);
        try {
            if (finished()) {
                Files.move(savedModel(), modelOf(change.before()));
            }
            WholeFile.writeDurably(config(), JSON.toJson(config) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give another length to the run " + path, e);
        }
        try (var log = new TrainingLog(log(), state.step())) {
            log.write(change);
        }
        return change.text(before.training().schedule(), config.training().schedule());
    }

    /** Where the model of the run at an earlier length is. */
    private Path modelOf(long images) {
        var name = "savedmodel-" + kimg(images);
        var model = path.resolve(name);
        for (int i = 2; Files.exists(model); i++) {
            model = path.resolve(name + "-" + i);
        }
        return model;
    }

    /** Whether the run is over: its model is there. */
    public boolean finished() {
        return Files.isDirectory(savedModel());
    }

    private static List<Path> list(Path out) {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (var files = Files.list(out)) {
            return files.filter(file -> number(file) >= 0).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + out, e);
        }
    }

    private static int number(Path path) {
        var matcher = NAME.matcher(path.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** The configuration that the run was started with. */
    public RunConfig readConfig() {
        RunConfig config;
        try {
            config = JSON.fromJson(Files.readString(config()), RunConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + config(), e);
        } catch (JsonParseException e) {
            throw unusable(e);
        } catch (RuntimeException e) {
            // Gson's wrapper around what a record's constructor says of a value.
            throw e.getCause() instanceof IllegalArgumentException cause ? unusable(cause) : e;
        }
        if (config == null || config.data() == null || config.model() == null || config.training() == null) {
            throw unusable(new IllegalArgumentException("it lacks data, model or training"));
        }
        return config;
    }

    private IllegalArgumentException unusable(RuntimeException reason) {
        return new IllegalArgumentException(
                "a run's config.json must be whole but " + config() + " is not: " + reason.getMessage()
                        + "; restore it, or start a new run",
                reason);
    }

    /** The resolved configuration. */
    public Path config() {
        return path.resolve("config.json");
    }

    /** One JSON object a line. */
    public Path log() {
        return path.resolve("log.jsonl");
    }

    /** The grid of a time; names sort as times do, and no two times have the same. */
    public Path sample(long images) {
        return samples().resolve(kimg(images) + ".png");
    }

    private static String kimg(long images) {
        return String.format(Locale.ROOT, images % 100 == 0 ? "kimg-%06.1f" : "kimg-%08.3f", images / 1000.0);
    }

    /** Grids of the same faces at all ages. */
    public Path samples() {
        return path.resolve("samples");
    }

    /** TensorBoard's event files. */
    public Path tensorBoard() {
        return path.resolve("tensorboard");
    }

    /** The run on one page, for a browser. */
    public Path page() {
        return path.resolve("index.html");
    }

    /** A folder for each checkpoint. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The averaged generator, written when the run ends. */
    public Path savedModel() {
        return path.resolve("savedmodel");
    }
}
