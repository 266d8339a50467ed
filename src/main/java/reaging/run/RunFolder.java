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
 * The self-contained folder of one run, {@code runs/00000-<data>-<preset>}: the resolved configuration, the log, the sample
 * grids, TensorBoard's event files, a page, the checkpoints and, once finished, the SavedModel.
 *
 * @param path path of the folder
 */
public record RunFolder(Path path) {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();
    private static final Pattern NAME = Pattern.compile("(\\d{5})-.*");

    /** Creates the folder of a new run; its number is one above the highest in {@code out}. */
    public static RunFolder create(Path out, String data, RunConfig config) {
        try (var held = createLocked(out, data, config)) {
            return held.folder();
        }
    }

    /** Creates the folder of a new run and locks it before other processes can see that it is a run. */
    static LockedRun createLocked(Path out, String data, RunConfig config) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a run folder in " + out, e);
        }
        var run = new RunFolder(claim(out, data + "-" + config.model().preset()));
        var held = LockedRun.require(run);
        try {
            fill(run, config);
            return held;
        } catch (IOException e) {
            held.close();
            throw new UncheckedIOException("cannot create the run folder " + run.path(), e);
        }
    }

    /** Claims the folder of the next number; another process may be claiming the same one. */
    private static Path claim(Path out, String description) {
        Optional<Path> claimed = Optional.empty();
        while (claimed.isEmpty()) {
            claimed = tryClaim(free(out, description));
        }
        return claimed.get();
    }

    /** Claims a number; empty: it is taken. Two processes with different run names may see each other, and both try again. */
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

    /** Creates the folder of a new run, which must not exist. */
    public static RunFolder create(Path path, RunConfig config) {
        try {
            var run = new RunFolder(Files.createDirectory(path));
            fill(run, config);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the run folder " + path, e);
        }
    }

    /** Leaves nothing behind on failure, such as a full disk. */
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

    /** Opens the run of a name or path or, with {@code latest}, the newest in {@code out}. */
    public static RunFolder open(Path out, String run) {
        var path = run.equals("latest") ? newest(out) : Path.of(run);
        if (!Files.isDirectory(path) && Files.isDirectory(out.resolve(run))) {
            path = out.resolve(run);
        }
        if (!Files.isRegularFile(path.resolve("config.json"))) {
            throw new IllegalArgumentException(
                    "a run must be a folder with a config.json but " + path + " is not; name a folder in " + out);
        }
        return new RunFolder(path);
    }

    private static Path newest(Path out) {
        return all(out).stream()
                .findFirst()
                .map(RunFolder::path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there must be a run to use but " + out + " has none; train first"));
    }

    /** Finds the newest run in {@code out} that was started with this configuration, finished or not. */
    public static Optional<RunFolder> newest(Path out, RunConfig config) {
        return all(out).stream().filter(run -> run.hasConfig(config)).findFirst();
    }

    /** Lists the runs from newest to oldest. */
    private static List<RunFolder> all(Path out) {
        return list(out).stream()
                .sorted(Comparator.comparingInt(RunFolder::number).reversed())
                .map(RunFolder::new)
                // A killed process may leave an empty folder.
                .filter(run -> Files.isRegularFile(run.config()))
                .toList();
    }

    private boolean hasConfig(RunConfig wanted) {
        try {
            return wanted.equals(readConfig());
        } catch (IllegalArgumentException e) {
            return false; // damaged, or with settings that no longer exist
        }
    }

    /**
     * Changes the run's length. An exported model is kept under the name of its length.
     *
     * @param config the run's configuration with the new length
     * @param state current state of the run
     * @return a description of the change
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
            throw new UncheckedIOException("cannot change the length of the run " + path, e);
        }
        try (var log = new TrainingLog(log(), state.step())) {
            log.write(change);
        }
        return change.text(before.training().schedule(), config.training().schedule());
    }

    /** Returns the folder of the model at an earlier length. */
    private Path modelOf(long images) {
        var name = "savedmodel-" + kimg(images);
        var model = path.resolve(name);
        for (int i = 2; Files.exists(model); i++) {
            model = path.resolve(name + "-" + i);
        }
        return model;
    }

    /** Whether the run is finished, that is, its model exists. */
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

    /** Reads the configuration that the run was started with. */
    public RunConfig readConfig() {
        RunConfig config;
        try {
            config = JSON.fromJson(Files.readString(config()), RunConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + config(), e);
        } catch (JsonParseException e) {
            throw unusable(e);
        } catch (RuntimeException e) {
            // Gson wraps exceptions thrown by a record's constructor.
            throw e.getCause() instanceof IllegalArgumentException cause ? unusable(cause) : e;
        }
        if (config == null || config.data() == null || config.model() == null || config.training() == null) {
            throw unusable(new IllegalArgumentException("it lacks data, model or training"));
        }
        return config;
    }

    private IllegalArgumentException unusable(RuntimeException reason) {
        return new IllegalArgumentException(
                "a run's config.json must be valid but " + config() + " is not: " + reason.getMessage()
                        + "; restore it, or start a new run",
                reason);
    }

    /** Returns the file of the resolved configuration. */
    public Path config() {
        return path.resolve("config.json");
    }

    /** Returns the log file, one JSON object per line. */
    public Path log() {
        return path.resolve("log.jsonl");
    }

    /** Returns the file of the grid after a number of images; names sort in that order and are unique. */
    public Path sample(long images) {
        return samples().resolve(kimg(images) + ".png");
    }

    private static String kimg(long images) {
        return String.format(Locale.ROOT, images % 100 == 0 ? "kimg-%06.1f" : "kimg-%08.3f", images / 1000.0);
    }

    /** Returns the folder of the grids, which show the same faces at all ages. */
    public Path samples() {
        return path.resolve("samples");
    }

    /** Returns the folder of TensorBoard's event files. */
    public Path tensorBoard() {
        return path.resolve("tensorboard");
    }

    /** Returns the HTML page that shows the run. */
    public Path page() {
        return path.resolve("index.html");
    }

    /** Returns the folder that holds a folder for each checkpoint. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** Returns the folder of the averaged generator, written at the end of the run. */
    public Path savedModel() {
        return path.resolve("savedmodel");
    }
}
