package reaging.app.training;

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
import reaging.run.LockedRun;
import reaging.run.RunConfig;
import reaging.run.RunConfig.LengthChange;
import reaging.run.RunFolder;
import reaging.run.Schedule;
import reaging.weights.Importer;

/**
 * The run that a train command works on: a new one, or one to resume, whose lock it holds until it is closed.
 *
 * @param config configuration of the run, including its length
 * @param faces faces to train on and to evaluate with
 * @param existing the run to resume; empty: a new one
 * @param reason why the run is new, or why it is resumed
 */
record ChosenRun(RunConfig config, Split faces, Optional<LockedRun> existing, String reason) implements AutoCloseable {

    /** Chooses a run by name or path; its schedule stretches to a new length. */
    static ChosenRun named(String name, Path out, TrainingOptions options, Consumer<String> notices) {
        return named(name, out, options, LengthChange.Course.STRETCHED, notices);
    }

    /**
     * Chooses a run by name or path, or the newest one in {@code out} for "latest". It keeps its options, except for its
     * length.
     *
     * @param course what happens to the schedule if the length changes
     */
    static ChosenRun named(
            String name, Path out, TrainingOptions options, LengthChange.Course course, Consumer<String> notices) {
        var run = RunFolder.open(out, name);
        var config = run.readConfig();
        var faces = FaceData.open(config, notices);
        var wanted = options.resolved(config, faces.training().size());
        var length = wanted.training().schedule();
        var changes = ConfigChanges.text(
                config,
                wanted.withTraining(wanted.training()
                        .withSchedule(length.like(config.training().schedule()))));
        if (!changes.isEmpty()) {
            throw new IllegalArgumentException("a run resumes with the options that it started with but " + changes
                    + " (" + run.config() + "); leave that out, or start a new run without --resume");
        }
        var held = LockedRun.require(run);
        try {
            return new ChosenRun(lengthened(run, config, length, course), faces, Optional.of(held), "");
        } catch (IllegalArgumentException e) {
            held.close();
            throw e;
        }
    }

    private static RunConfig lengthened(RunFolder run, RunConfig config, Schedule wanted, LengthChange.Course course) {
        var schedule = config.training().schedule();
        boolean kept = course == LengthChange.Course.KEPT;
        if (kept && wanted.images() == schedule.images()) {
            throw new IllegalArgumentException("--keep-schedule applies only if the length changes but " + run.path()
                    + " keeps its own, " + kimg(schedule.images()) + "; give a longer --kimg, --epochs or --steps");
        }
        var length = kept ? schedule.lasting(wanted.images()) : wanted;
        if (length.equals(schedule)) {
            return config;
        }
        var state = done(run);
        var changed = config.withLength(length, state.images());
        if (changed.training().steps() < state.step()) {
            throw new IllegalArgumentException("the new length must not be below what is already trained, "
                    + kimg(state.images()) + " in " + state.step() + " steps, but is " + kimg(length.images())
                    + "; give a greater length, or start a new run without --resume");
        }
        return changed;
    }

    private static String kimg(long images) {
        return LengthChange.kimg(images) + " kimg";
    }

    private static Checkpoints.State done(RunFolder run) {
        return new Checkpoints(run.checkpoints())
                .latest()
                .map(Checkpoints.Checkpoint::state)
                .orElse(new Checkpoints.State(0, 0, 0));
    }

    /** Chooses the newest run in {@code out} with these options if it is unfinished, or else a new one. */
    static ChosenRun unfinishedOrNew(Path out, TrainingOptions options, Consumer<String> notices) {
        var chosen = fresh(options, notices);
        var same = RunFolder.newest(out, chosen.config());
        if (same.isEmpty()) {
            return chosen;
        }
        var run = same.get();
        if (run.finished()) {
            return chosen.anew(", since " + run.path() + " with the same options is finished");
        }
        return LockedRun.take(run)
                .map(chosen::goingOn)
                .orElseGet(() ->
                        chosen.anew(", since another process is training " + run.path() + " with the same options"));
    }

    private ChosenRun anew(String why) {
        return new ChosenRun(config, faces, Optional.empty(), why);
    }

    private ChosenRun goingOn(LockedRun run) {
        return new ChosenRun(
                config,
                faces,
                Optional.of(run),
                ", which has the same options and is unfinished; --fresh starts a new run");
    }

    /** Chooses a new run. */
    static ChosenRun fresh(TrainingOptions options, Consumer<String> notices) {
        var unresolved = options.unresolved();
        var faces = FaceData.open(unresolved, notices);
        var config = options.resolved(unresolved, faces.training().size());
        requireMasks(config, faces);
        return new ChosenRun(config, faces, Optional.empty(), "");
    }

    private static void requireMasks(RunConfig config, Split faces) {
        var extensions = config.training().extensions();
        requireMasks("--mask-dropout", extensions.maskDropout(), config, faces);
        requireMasks("--background-weight", extensions.backgroundWeight(), config, faces);
    }

    private static void requireMasks(String option, float value, RunConfig config, Split faces) {
        if (value > 0 && faces.training().masks() == Masks.NONE) {
            throw new IllegalArgumentException(option + " needs faces with masks but those in "
                    + config.data().name()
                    + " have none; make some with \"ragan data prepare --masks person\", or leave it out");
        }
    }

    /** Returns problems of the data set that may harm training; there are none for synthetic faces. */
    List<String> concerns() {
        return config.data().isSynthetic()
                ? List.of()
                : Concerns.of(faces.training(), config.training().batch());
    }

    /** Returns the initial weights, checked against the configuration; empty: random weights, or a resumed run. */
    Optional<Importer> start() {
        boolean begun =
                existing.isPresent() && new Checkpoints(existing.get().folder().checkpoints()).any();
        if (config.init() == null || begun) {
            return Optional.empty();
        }
        return Optional.of(Importer.open(Path.of(config.init())).forRun(config));
    }

    /** Returns the run, created if it is new; the caller closes it. */
    LockedRun run(Path out) {
        return existing.orElseGet(() -> LockedRun.create(out, faces.training().name(), config));
    }

    /** Applies a changed length to the run and describes the change. */
    Optional<String> lengthen() {
        return existing.filter(run -> !run.folder().readConfig().equals(config))
                .map(run -> run.lengthen(config, done(run.folder())));
    }

    /** Describes whether the run is new or resumed. */
    String text(RunFolder folder) {
        return (existing.isPresent() ? "resuming " : "new run ") + folder.path() + reason;
    }

    @Override
    public void close() {
        existing.ifPresent(LockedRun::close);
    }
}
