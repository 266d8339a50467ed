package reaging.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import reaging.data.Masks;
import reaging.data.Split;
import reaging.data.prepare.Concerns;
import reaging.run.Checkpoints;
import reaging.run.ConfigChanges;
import reaging.run.FaceData;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.weights.Importer;

/**
 * The run that a train command means: a new one, or one to go on with.
 *
 * @param config of the run, its length known
 * @param faces to train on and to judge by
 * @param existing the run to go on with; empty: a new one
 * @param reason why it is a new one, or why it is not
 */
record ChosenRun(RunConfig config, Split faces, Optional<RunFolder> existing, String reason) {

    /** The run of that name or path, or the newest of {@code out} for "latest", whose options stay what they are. */
    static ChosenRun named(String name, Path out, TrainingOptions options, Consumer<String> notices) {
        var run = RunFolder.open(out, name);
        var config = run.readConfig();
        var faces = FaceData.open(config, notices);
        var changes = ConfigChanges.text(
                config, options.resolved(config, faces.training().size()));
        if (!changes.isEmpty()) {
            throw new IllegalArgumentException("a run goes on with the options that it began with but " + changes + " ("
                    + run.config() + "); leave that out, or start a new run without --resume");
        }
        return new ChosenRun(config, faces, Optional.of(run), "");
    }

    /** The newest run of {@code out} with these options if it is unfinished, or else a new one. */
    static ChosenRun unfinishedOrNew(Path out, TrainingOptions options, Consumer<String> notices) {
        var chosen = fresh(options, notices);
        var same = RunFolder.newest(out, chosen.config());
        if (same.isEmpty()) {
            return chosen;
        }
        return same.get().finished()
                ? new ChosenRun(
                        chosen.config(),
                        chosen.faces(),
                        Optional.empty(),
                        ", since " + same.get().path() + " with the same options is done")
                : new ChosenRun(
                        chosen.config(),
                        chosen.faces(),
                        same,
                        ", which has the same options and is unfinished; --fresh starts a new run");
    }

    /** A new run. */
    static ChosenRun fresh(TrainingOptions options, Consumer<String> notices) {
        var unresolved = options.unresolved();
        var faces = FaceData.open(unresolved, notices);
        var config = options.resolved(unresolved, faces.training().size());
        requireMasks(config, faces);
        return new ChosenRun(config, faces, Optional.empty(), "");
    }

    private static void requireMasks(RunConfig config, Split faces) {
        if (config.training().extensions().maskDropout() > 0 && faces.training().masks() == Masks.NONE) {
            throw new IllegalArgumentException("--mask-dropout needs faces with masks but those of " + config.data()
                    + " have none; make some with \"ragan data prepare --masks person\", or leave it out");
        }
    }

    /** What makes its faces worth little to train on; drawn faces are as they should be. */
    List<String> concerns() {
        boolean drawn = config.data().equals(FaceData.SYNTHETIC);
        return drawn ? List.of() : Concerns.of(faces.training(), config.training().batch());
    }

    /** The weights that it begins with, which fit; empty: random ones, or it has begun already. */
    Optional<Importer> start() {
        boolean begun = existing.isPresent() && new Checkpoints(existing.get().checkpoints()).any();
        if (config.init() == null || begun) {
            return Optional.empty();
        }
        var weights = Importer.open(Path.of(config.init()));
        weights.require(config);
        return Optional.of(weights);
    }

    /** The run's folder, made if the run is new. */
    RunFolder folder(Path out) {
        return existing.orElseGet(() -> RunFolder.create(out, faces.training().name(), config));
    }

    /** Says which it is. */
    String text(RunFolder folder) {
        return (existing.isPresent() ? "going on with " : "new run ") + folder.path() + reason;
    }
}
