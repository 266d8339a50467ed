package reaging.weights;

import static reaging.run.WeightNames.AVERAGED;
import static reaging.run.WeightNames.GENERATOR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reaging.model.ModelConfig;
import reaging.model.Upsampling;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.savedmodel.ModelCard;
import reaging.savedmodel.ModelFolder;
import reaging.savedmodel.OtherForm;

/**
 * The location of weights in any form.
 *
 * @param path folder or file; for a checkpoint its prefix
 */
record WeightLocation(Kind kind, Path path) {
    private static final Pattern NEWEST = Pattern.compile("(?m)^model_checkpoint_path: \"(.*)\"$");
    private static final String INDEX = ".index";

    /** The forms. */
    enum Kind {
        SAVED_MODEL,
        RUN,
        CHECKPOINT,
        KERAS_FILE,
        KERAS_FOLDER
    }

    /** Recognizes a path that a user gives: a folder, a file, or a checkpoint's prefix. */
    static WeightLocation of(Path path) {
        if (Files.isDirectory(path)) {
            return ofFolder(path);
        }
        if (KerasFile.isOne(path)) {
            return new WeightLocation(Kind.KERAS_FILE, path);
        }
        var name = path.toString();
        var prefix = name.endsWith(INDEX) ? Path.of(name.substring(0, name.length() - INDEX.length())) : path;
        if (Files.isRegularFile(Path.of(prefix + INDEX))) {
            return new WeightLocation(Kind.CHECKPOINT, prefix);
        }
        throw none(path, Files.exists(path) ? "is none of these: it " + OtherForm.text(path) : "does not exist");
    }

    private static WeightLocation ofFolder(Path folder) {
        if (ModelFolder.isOne(folder)) {
            return new WeightLocation(Kind.SAVED_MODEL, folder);
        }
        if (Files.isRegularFile(folder.resolve("config.json"))) {
            return new WeightLocation(Kind.RUN, folder);
        }
        if (Files.isRegularFile(folder.resolve("checkpoint"))) {
            return new WeightLocation(Kind.CHECKPOINT, newest(folder));
        }
        if (Files.isRegularFile(folder.resolve("variables" + INDEX))) { // a checkpoint of a run
            return new WeightLocation(Kind.CHECKPOINT, folder.resolve("variables"));
        }
        if (Files.isRegularFile(Path.of(ModelFolder.variables(folder) + INDEX))) { // a SavedModel without its graph
            return new WeightLocation(Kind.CHECKPOINT, Path.of(ModelFolder.variables(folder)));
        }
        if (Files.exists(folder.resolve(GENERATOR + KerasFile.SUFFIX))
                || Files.exists(folder.resolve(AVERAGED + KerasFile.SUFFIX))) {
            return new WeightLocation(Kind.KERAS_FOLDER, folder);
        }
        throw none(folder, "contains none of these" + indices(folder));
    }

    /** Returns the checkpoint that the file {@code checkpoint} in a folder names as the newest. */
    private static Path newest(Path folder) {
        var file = folder.resolve("checkpoint");
        try {
            var named = NEWEST.matcher(Files.readString(file));
            if (!named.find()) {
                throw new IllegalArgumentException("the file \"checkpoint\" must name the newest checkpoint but " + file
                        + " names none; name one yourself, such as " + folder.resolve("ckpt-1"));
            }
            var prefix = folder.resolve(named.group(1));
            if (!Files.isRegularFile(Path.of(prefix + INDEX))) {
                throw new IllegalArgumentException("the newest checkpoint must exist but " + file + " names " + prefix
                        + ", which has no index; name another" + indices(folder));
            }
            return prefix;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Lists the checkpoints that a user may have meant. */
    private static String indices(Path folder) {
        try (var files = Files.list(folder)) {
            var found = files.map(Path::toString)
                    .filter(name -> name.endsWith(INDEX))
                    .sorted()
                    .limit(3)
                    .collect(Collectors.joining(", "));
            return found.isEmpty() ? "" : ", but without a file \"checkpoint\" these have to be named: " + found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static IllegalArgumentException none(Path path, String reason) {
        return new IllegalArgumentException("weights must be a SavedModel (a folder with saved_model.pb), a TensorFlow"
                + " checkpoint (its folder, prefix or .index file), a .weights.h5 file, or a folder with generator"
                + KerasFile.SUFFIX + ", but " + path + " " + reason);
    }

    /** Returns the decoder's upsampling according to the card or the run beside the weights; empty if neither tells. */
    Optional<Upsampling> upsampling() {
        return model().map(ModelConfig::upsampling);
    }

    private Optional<ModelConfig> model() {
        return switch (kind) {
            case SAVED_MODEL, KERAS_FOLDER -> ofCard(path);
            case RUN -> Optional.of(new RunFolder(path).readConfig().model());
            case KERAS_FILE -> above(path, 1).flatMap(WeightLocation::ofCard);
            case CHECKPOINT ->
                // Of a folder of its own; of a SavedModel without its graph; of a run's checkpoint.
                above(path, 1)
                        .flatMap(WeightLocation::ofCard)
                        .or(() -> above(path, 2).flatMap(WeightLocation::ofCard))
                        .or(() -> above(path, 3).flatMap(WeightLocation::ofRun));
        };
    }

    private static Optional<ModelConfig> ofCard(Path folder) {
        return ModelCard.read(folder).map(ModelCard::config).map(RunConfig::model);
    }

    private static Optional<ModelConfig> ofRun(Path folder) {
        var run = new RunFolder(folder);
        return Files.isRegularFile(run.config()) ? Optional.of(run.readConfig().model()) : Optional.empty();
    }

    /** Returns the folder a number of levels above. */
    private static Optional<Path> above(Path path, int levels) {
        var folder = Optional.of(path.toAbsolutePath());
        for (int i = 0; i < levels; i++) {
            folder = folder.map(Path::getParent);
        }
        return folder;
    }

    /** Opens the weights. */
    WeightSource open() {
        return switch (kind) {
            case SAVED_MODEL -> {
                ModelFolder.read(path); // a damaged model is not taken for its variables
                var generator = CheckpointSource.open(ModelFolder.variables(path));
                var discriminator = KerasFile.discriminator(path);
                yield Files.exists(discriminator)
                        ? new JointSource(List.of(generator, KerasSource.ofFile(discriminator)))
                        : generator;
            }
            case CHECKPOINT -> CheckpointSource.open(path.toString());
            case KERAS_FILE -> KerasSource.ofFile(path);
            case KERAS_FOLDER -> KerasSource.ofFolder(path);
            case RUN ->
                throw new IllegalArgumentException("only weights from elsewhere can be imported but " + path
                        + " is a run of this program; resume the run " + path);
        };
    }
}
