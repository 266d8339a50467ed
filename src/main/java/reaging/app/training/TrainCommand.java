package reaging.app.training;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.app.options.DeviceOptions;
import reaging.app.terminal.Interrupt;
import reaging.app.terminal.Terminal;
import reaging.app.terminal.TerminalListener;
import reaging.data.Split;
import reaging.losses.FaceDescriptor;
import reaging.run.Checkpoints;
import reaging.run.LockedRun;
import reaging.run.RunConfig;
import reaging.run.RunConfig.LengthChange;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCards;
import reaging.training.DivergenceChecks;
import reaging.training.EvaluationPlan;
import reaging.training.ExecutionOptions;
import reaging.training.Histograms;
import reaging.training.Trainer;
import reaging.training.WorkerLost;
import reaging.weights.Importer;

/** Trains a model and exports it. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Trains a Re-Aging GAN; without options on synthetic faces, in five to eight minutes on two cores. Running the"
                        + " same command again resumes an unfinished run.",
        footer = {
            "",
            "Examples:",
            "  ragan train",
            "  ragan train --data ~/utkface --preset small-64 --kimg 400",
            "  ragan train --init savedmodels/NAME --data my-faces --kimg 50",
            "  ragan train --resume latest          resume the newest run with its own options",
            "  ragan train --resume latest --kimg 50    resume it until it has seen 50,000 images"
        })
public final class TrainCommand implements Callable<Integer> {
    /** The exit code of an interrupted program. */
    static final int INTERRUPTED = 130;

    @Mixin
    private TrainingOptions options = new TrainingOptions();

    @Option(
            names = "--out",
            defaultValue = "runs",
            description = "Folder for the run folders; default ${DEFAULT-VALUE}.")
    private Path out;

    @ArgGroup
    private Start start = new Start();

    @Option(
            names = "--keep-schedule",
            description =
                    "If --resume changes the length, keep the original schedule of the learning rate and of changing"
                            + " weights instead of stretching it over the new length.")
    private boolean keepSchedule;

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Option(
            names = "--keep",
            defaultValue = "" + Checkpoints.KEPT,
            description = "Number of newest checkpoints to keep besides the best; default ${DEFAULT-VALUE}.")
    private int kept;

    @Option(
            names = "--guards",
            defaultValue = "all",
            description = "Checks that stop a diverging training: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private DivergenceChecks checks;

    @Option(names = "--histograms", description = "Log histograms of all variables to TensorBoard at every snapshot.")
    private boolean histograms;

    @Mixin
    private EvaluationOptions evaluation = new EvaluationOptions();

    @Option(
            names = "--dry-run",
            description =
                    "Print the configuration, layers, memory estimate and a summary of the first batch, then stop.")
    private boolean dryRun;

    /** Where to start; without either option, an unfinished run with the same options is resumed. */
    static final class Start {
        @Option(
                names = "--resume",
                description =
                        "Resume a run: its folder, or \"latest\". It keeps its options, except that --kimg, --epochs or"
                                + " --steps may change its length, which also resumes a finished run.")
        private @Nullable String resume;

        @Option(names = "--fresh", description = "Start a new run even if one with the same options is unfinished.")
        private boolean fresh;
    }

    @Override
    public Integer call() {
        PrintStream err = System.err;
        var execution = new ExecutionOptions(
                devices.devices(),
                kept,
                checks,
                histograms ? Histograms.AT_SNAPSHOTS : Histograms.NONE,
                EvaluationPlan.NEVER,
                FaceDescriptor.NONE);
        execution.devices().kind().require(options.precision());
        options.share(devices);
        try (var interrupt = new Interrupt();
                var listener = new TerminalListener(err, Terminal.attended(), interrupt);
                var chosen = chosen(listener::notice)) {
            chosen.concerns().forEach(concern -> listener.notice("warning: " + concern));
            if (dryRun) {
                DryRun.print(chosen, System.out, listener::notice);
                return 0;
            }
            try (var evaluations = evaluation.evaluation(chosen, listener::notice)) {
                var prepared = execution.withDescriptor(evaluation.descriptor(chosen));
                var start = chosen.start(); // before creating the folder of a new run, since the weights may not fit
                try (var held = chosen.run(out)) {
                    return train(chosen, held, start, evaluations, prepared, listener);
                }
            }
        }
    }

    private int train(
            ChosenRun chosen,
            LockedRun held,
            Optional<Importer> start,
            CheckpointEvaluation evaluations,
            ExecutionOptions execution,
            TerminalListener listener) {
        PrintStream err = System.err;
        var config = chosen.config();
        var faces = chosen.faces();
        var run = held.folder();
        var lengthened = chosen.lengthen();
        err.println(chosen.text(run));
        lengthened.ifPresent(err::println);
        if (run.finished()) {
            err.println(
                    "this run is finished; to train it further, give a greater length with --kimg, --epochs or --steps");
        }
        err.printf(
                "%s on %d faces of %s, %d held out, %.1f kimg in batches of %d%n",
                config.model().preset(),
                faces.training().size(),
                config.data().name(),
                faces.heldOut().size(),
                config.training().schedule().images() / 1000.0,
                config.training().batch());
        start.map(weights -> weights.begin(run, config))
                .ifPresent(begun ->
                        err.printf("starts with %s from %s; %s%n", begun.found(), config.init(), begun.filled()));
        var planned = execution.withEvaluations(evaluations.plan(run));
        var state = state(held, config, faces, planned, listener);
        listener.finished();
        if (state.step() < config.training().steps()) {
            err.printf(
                    "stopped at %.1f kimg; resume with: ragan train --resume %s%n",
                    state.images() / 1000.0, run.path());
            return INTERRUPTED;
        }
        var checkpoint = new Checkpoints(run.checkpoints()).latest().orElseThrow();
        Exporter.export(checkpoint, ModelCards.of(config, checkpoint), run.savedModel());
        err.printf("done in %.0f s: summary in %s, model in %s%n", state.seconds(), run.page(), run.savedModel());
        return 0;
    }

    private static Checkpoints.State state(
            LockedRun held, RunConfig config, Split faces, ExecutionOptions execution, TerminalListener listener) {
        try {
            return Trainer.train(held, config, faces.training(), faces.heldOut(), execution, listener);
        } catch (WorkerLost e) {
            throw new IllegalStateException(
                    e.getMessage() + "; resume from the newest checkpoint, with fewer workers if necessary: ragan train"
                            + " --resume " + held.folder().path() + " --cluster HOST:PORT",
                    e);
        }
    }

    private ChosenRun chosen(Consumer<String> notices) {
        if (start.resume != null) {
            var course = keepSchedule ? LengthChange.Course.KEPT : LengthChange.Course.STRETCHED;
            return ChosenRun.named(start.resume, out, options, course, notices);
        }
        if (keepSchedule) {
            throw new IllegalArgumentException(
                    "--keep-schedule requires --resume with a new length; leave" + " it out");
        }
        return start.fresh ? ChosenRun.fresh(options, notices) : ChosenRun.unfinishedOrNew(out, options, notices);
    }
}
