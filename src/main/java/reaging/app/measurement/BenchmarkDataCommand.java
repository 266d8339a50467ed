package reaging.app.measurement;

import com.google.gson.GsonBuilder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.app.options.FormatOptions;
import reaging.benchmark.TrainingSpeed;
import reaging.data.FaceSet;
import reaging.data.FeedRate;
import reaging.run.FaceData;
import reaging.run.Preset;
import reaging.run.RunConfig;
import reaging.runtime.Devices;
import reaging.training.TimedTraining;

/** Measures the speed of the input pipeline and compares it with training. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description =
                "Measures how many images/s the input pipeline reads, decodes, resizes, flips and batches, and how"
                        + " many training consumes.",
        footer = {"", "Example:", "  ragan benchmark data --data ~/utkface --preset light-64"})
final class BenchmarkDataCommand implements Callable<Integer> {
    @Option(names = "--data", defaultValue = FaceData.SYNTHETIC, description = "As in \"ragan train\".")
    private String data;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(names = "--preset", defaultValue = "tiny-64", description = "As in \"ragan train\", but without attention.")
    private String preset;

    @Option(names = "--batch", description = "Images per step.")
    private @Nullable Integer batch;

    @Option(
            names = "--batches",
            defaultValue = "1000",
            description = "Number of batches to read; default ${DEFAULT-VALUE}.")
    private int batches;

    @Option(
            names = "--steps",
            defaultValue = "10",
            description = "Number of training steps to measure; default ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    /** What the command reports. */
    private record Result(
            String data,
            String preset,
            int batch,
            double imagesPerSecond,
            double[] range,
            double trainingImagesPerSecond,
            double ratio) {}

    @Override
    public Integer call() {
        if (steps < 1) {
            throw new IllegalArgumentException("--steps must be at least 1 but is " + steps + "; try 10");
        }
        var model = Preset.plain(preset).model();
        var chosen = Preset.plain(preset).training();
        var config = batch == null ? chosen : chosen.withBatch(batch);
        var run = new RunConfig(data, format.format(), format.prune(), model, config);
        var faces = FaceData.open(run, System.err::println).training();
        var feed = FeedRate.measure(faces, model.imageSize(), config.batch(), batches, System.err::println);
        double training = trainingImagesPerSecond(run, faces);
        var result = new Result(
                data,
                preset,
                config.batch(),
                feed.imagesPerSecond(),
                feed.range(),
                training,
                feed.imagesPerSecond() / training);
        if (json) {
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(result));
        } else {
            print(result);
        }
        return 0;
    }

    private double trainingImagesPerSecond(RunConfig run, FaceSet faces) {
        try (var training = new TimedTraining(run, faces, Devices.AUTO)) {
            return TrainingSpeed.imagesPerSecond(training, steps);
        }
    }

    private void print(Result result) {
        System.out.printf(
                "%s, %s, batch %d, %d batches%n"
                        + "input pipeline:  %8.1f images/s (%.1f to %.1f)%n"
                        + "training:        %8.1f images/s%n"
                        + "the pipeline is %.0f times as fast as training%n",
                result.data(),
                result.preset(),
                result.batch(),
                batches,
                result.imagesPerSecond(),
                result.range()[0],
                result.range()[1],
                result.trainingImagesPerSecond(),
                result.ratio());
    }
}
