package reaging.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The folder of one run, {@code runs/00000-<data>-<preset>}, which explains itself: the resolved configuration, the log, the
 * sample grids, the checkpoints and at the end the SavedModel.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();
    private static final Pattern NAME = Pattern.compile("(\\d{5})-.*");

    /** Makes the folder of a new run; its number is one above the highest in {@code out}. */
    public static RunFolder create(Path out, String data, RunConfig config) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a run folder in " + out, e);
        }
        return create(free(out, data + "-" + config.model().preset()), config);
    }

    /** Makes the folder of a new run, which must not exist. */
    public static RunFolder create(Path path, RunConfig config) {
        try {
            var run = new RunFolder(Files.createDirectory(path));
            Files.createDirectories(run.samples());
            Files.createDirectories(run.checkpoints());
            Files.writeString(run.config(), JSON.toJson(config) + "\n");
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the run folder " + path, e);
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
        return list(out).stream()
                .max(java.util.Comparator.comparingInt(RunFolder::number))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there must be a run to take but " + out + " has none; train first"));
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
        try {
            return JSON.fromJson(Files.readString(config()), RunConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + config(), e);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(
                    "a run's config.json must be whole but " + config() + " is not: " + e.getMessage()
                            + "; restore it, or start a new run",
                    e);
        }
    }

    /** The resolved configuration. */
    public Path config() {
        return path.resolve("config.json");
    }

    /** One JSON object a line. */
    public Path log() {
        return path.resolve("log.jsonl");
    }

    /** Grids of the same faces at all ages. */
    public Path samples() {
        return path.resolve("samples");
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
