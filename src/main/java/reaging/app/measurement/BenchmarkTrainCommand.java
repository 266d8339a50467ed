package reaging.app.measurement;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.app.options.DeviceOptions;
import reaging.app.options.FormatOptions;
import reaging.app.options.PythonInterpreter;
import reaging.benchmark.Opponent;
import reaging.benchmark.PythonTraining;
import reaging.benchmark.TrainingComparison;
import reaging.benchmark.TrainingSpeed;
import reaging.data.FaceSet;
import reaging.run.FaceData;
import reaging.run.Preset;
import reaging.run.RunConfig;
import reaging.run.TrainingConfig;
import reaging.runtime.Computing;
import reaging.runtime.Device;
import reaging.runtime.Devices;
import reaging.runtime.Precision;
import reaging.training.TimedTraining;

/** Measures the speed of training. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Measures training: images/s, and multiply-adds/s compared with those of a plain matrix product.",
            "With --against, a Python version runs the same steps, taking turns with this one. With --profile,"
                    + " TensorFlow's profiler shows which ops account for the time of a step."
        },
        footer = {
            "",
            "Examples:",
            "  ragan benchmark train --preset light-64 --batch 8",
            "  ragan benchmark train --against keras",
            "  ragan benchmark train --profile"
        })
final class BenchmarkTrainCommand implements Callable<Integer> {
    private static final int USUAL_ROUNDS = 5;
    private static final int PROFILED_STEPS = 5;
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    @Option(names = "--data", defaultValue = FaceData.SYNTHETIC, description = "As in \"ragan train\".")
    private String data;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(names = "--preset", defaultValue = "tiny-64", description = "As in \"ragan train\", but without attention.")
    private String preset;

    @Option(names = "--batch", description = "Images per step.")
    private @Nullable Integer batch;

    @Option(names = "--micro-batch", description = "Images in memory at a time.")
    private @Nullable Integer microBatch;

    @Option(names = "--precision", defaultValue = "float32", description = "As in \"ragan train\".")
    private Precision precision;

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Option(
            names = "--steps",
            defaultValue = "30",
            description = "Number of steps to measure; default ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--against",
            paramLabel = "VERSION",
            description = "Compare with a Python version on the CPU: ${COMPLETION-CANDIDATES}.")
    private @Nullable Opponent opponent;

    @Option(
            names = "--rounds",
            description =
                    "With --against: number of rounds to split the steps into; both versions run in each; default "
                            + USUAL_ROUNDS + ".")
    private @Nullable Integer rounds;

    @Option(names = "--profile", description = "Also print which ops account for the time of a step.")
    private boolean profile;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        requireCounts();
        var model = Preset.plain(preset).model();
        var config = training();
        var chosenDevices = opponent == null ? devices.devices() : oneCpu();
        chosenDevices.kind().require(precision);
        var run = new RunConfig(data, format.format(), format.prune(), model, config);
        var faces = FaceData.open(run, System.err::println).training();
        var report = new JsonObject();
        if (opponent == null) {
            try (var training = new TimedTraining(run, faces, chosenDevices)) {
                tell(report, config, steps, TrainingSpeed.of(training, steps));
                tellProfile(report, training);
            }
        } else {
            compare(report, run, faces, chosenDevices, opponent);
        }
        if (json) {
            System.out.println(JSON.toJson(report));
        }
        return 0;
    }

    private void requireCounts() {
        if (steps < 1) {
            throw new IllegalArgumentException("--steps must be at least 1 but is " + steps + "; try 30");
        }
        if (rounds != null && rounds < 1) {
            throw new IllegalArgumentException(
                    "--rounds must be at least 1 but is " + rounds + "; try " + USUAL_ROUNDS);
        }
        if (rounds != null && opponent == null) {
            throw new IllegalArgumentException("--rounds requires --against; leave it out or add --against keras");
        }
        if (microBatch != null && opponent != null) {
            throw new IllegalArgumentException("--against compares whole batches; leave --micro-batch out");
        }
    }

    private TrainingConfig training() {
        var chosen = Preset.plain(preset).training();
        var sized = batch == null ? chosen : chosen.withBatch(batch);
        return (microBatch == null ? devices.shared(sized) : sized.withMicroBatch(microBatch))
                .withComputing(Computing.USUAL.withPrecision(precision));
    }

    /** Returns the device that the Python versions compute on. */
    private Devices oneCpu() {
        var chosen = devices.devices();
        if (chosen.kind() == Device.GPU || chosen.count() > 1) {
            throw new IllegalArgumentException(
                    "--against compares on one CPU; leave --device gpu, --devices and --cluster out");
        }
        return Devices.of(Device.CPU);
    }

    private void compare(JsonObject report, RunConfig run, FaceSet faces, Devices cpu, Opponent opponent) {
        int shared = rounds == null ? USUAL_ROUNDS : rounds;
        int stepsPerRound = (steps + shared - 1) / shared;
        if (opponent == Opponent.PYTORCH_COMPILED) {
            System.err.println("compiling, which takes a few minutes");
        }
        try (var there = new PythonTraining(
                        PythonInterpreter.command(), PythonInterpreter.notebooks(), opponent, run, faces);
                var here = new TimedTraining(run, faces, cpu)) {
            var comparison = TrainingComparison.of(here, there, shared, stepsPerRound);
            tell(report, run.training(), shared * stepsPerRound, comparison.ours());
            tell(report, comparison, opponent);
            tellProfile(report, here);
        }
    }

    private void tell(JsonObject report, TrainingConfig config, int measured, TrainingSpeed speed) {
        if (json) {
            JSON.toJsonTree(speed).getAsJsonObject().asMap().forEach(report::add);
        } else {
            SpeedTables.print(
                    "%s, batch %d, %s, %d steps"
                            .formatted(
                                    preset, config.batch(), precision.toString().toLowerCase(Locale.ROOT), measured),
                    speed);
        }
    }

    private void tell(JsonObject report, TrainingComparison comparison, Opponent opponent) {
        if (json) {
            report.addProperty("against", opponent.toString());
            report.add("theirs", JSON.toJsonTree(comparison.theirs()));
            report.add("ratio", JSON.toJsonTree(comparison.ratio()));
            report.add("rounds", JSON.toJsonTree(comparison.rounds()));
        } else {
            SpeedTables.print(comparison);
        }
    }

    private void tellProfile(JsonObject report, TimedTraining training) {
        if (!profile) {
            return;
        }
        var measured = training.profile(PROFILED_STEPS);
        if (json) {
            report.add("profile", JSON.toJsonTree(measured));
        } else {
            SpeedTables.print(measured);
        }
    }
}
