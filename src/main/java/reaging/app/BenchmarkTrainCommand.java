package reaging.app;

import com.google.gson.GsonBuilder;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.model.ModelConfig;
import reaging.run.FaceData;
import reaging.run.Preset;
import reaging.run.RunConfig;
import reaging.runtime.Computing;
import reaging.runtime.Precision;
import reaging.training.Benchmark;

/** Measures how fast training is. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Measures training: images/s, and its multiply-adds beside those of a matrix product.",
        footer = {"", "Example:", "  ragan benchmark train --preset light-64 --batch 8"})
final class BenchmarkTrainCommand implements Callable<Integer> {
    @Option(names = "--data", defaultValue = FaceData.SYNTHETIC, description = "As in \"ragan train\".")
    private String data;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(names = "--preset", defaultValue = "tiny-64", description = "As in \"ragan train\".")
    private String preset;

    @Option(names = "--batch", description = "Images in a step.")
    private Integer batch;

    @Option(names = "--micro-batch", description = "Images in memory at a time.")
    private Integer microBatch;

    @Option(names = "--precision", defaultValue = "float32", description = "As in \"ragan train\".")
    private Precision precision;

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Option(names = "--steps", defaultValue = "30", description = "Steps that are measured; default ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        if (steps < 1) {
            throw new IllegalArgumentException("--steps must be at least 1 but is " + steps + "; try 30");
        }
        var model = ModelConfig.preset(preset);
        var chosen = Preset.of(preset).training();
        var sized = batch == null ? chosen : chosen.withBatch(batch);
        var config = (microBatch == null ? devices.shared(sized) : sized.withMicroBatch(microBatch))
                .withComputing(Computing.USUAL.withPrecision(precision));
        var chosenDevices = devices.devices();
        chosenDevices.kind().require(precision);
        var run = new RunConfig(data, format.format(), format.prune(), model, config);
        var faces = FaceData.open(run, System.err::println);
        var result = Benchmark.train(run, faces.training(), chosenDevices, steps);
        if (json) {
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(result));
        } else {
            print(config.batch(), result);
        }
        return 0;
    }

    private void print(int count, Benchmark result) {
        System.out.printf(
                "%s, batch %d, %s, %d steps: %.1f images/s, %.1f s per 1000 images%n"
                        + "a step: median %.1f ms (%.1f to %.1f), %.2f billion multiply-adds%n"
                        + "training:       %7.1f billion multiply-adds/s%n"
                        + "matrix product: %7.1f billion multiply-adds/s%n"
                        + "training runs at %.0f %% of the matrix product%n",
                preset,
                count,
                precision.toString().toLowerCase(Locale.ROOT),
                steps,
                result.imagesPerSecond(),
                1000 / result.imagesPerSecond(),
                1e3 * result.secondsPerStep(),
                1e3 * result.secondsPerStepRange()[0],
                1e3 * result.secondsPerStepRange()[1],
                result.multiplyAddsPerStep() / 1e9,
                result.multiplyAddsPerSecond() / 1e9,
                result.matrixProductPerSecond() / 1e9,
                100 * result.multiplyAddsPerSecond() / result.matrixProductPerSecond());
    }
}
