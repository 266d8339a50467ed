package reaging.app.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.run.FaceData;
import reaging.run.RunConfig;
import reaging.weights.Importer;

/** Makes a run from external weights. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a run from external weights, to continue training or to export: a tf.train.Checkpoint (its folder, prefix",
            "or .index file), a SavedModel, a .weights.h5 file, or a folder of generator.weights.h5, generator_ema.weights.h5",
            "and discriminator.weights.h5. Python is not needed. Missing weights are initialized as in a new run."
        },
        footer = {
            "",
            "Examples:",
            "  ragan import keras/checkpoints -o runs/00001-keras --kimg 50",
            "  ragan import generator.weights.h5 -o runs/00002-keras",
            "  ragan train --resume runs/00001-keras"
        })
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SOURCE", description = "The weights to import.")
    private Path source;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "RUN",
            description = "Folder for the new run.")
    private Path output;

    @Mixin
    private TrainingOptions options = new TrainingOptions();

    @Override
    public Integer call() {
        if (Files.exists(output)) {
            throw new IllegalArgumentException(
                    "an import must go to a new folder but " + output + " exists; choose another with -o");
        }
        var importer = Importer.open(source);
        options.preset().ifPresent(importer::require);
        var config = options.unresolved(importer);
        if (config.init() != null) {
            throw new IllegalArgumentException("an import takes its weights from " + source
                    + " but --init names others: " + config.init() + "; leave it out");
        }
        importer.require(config);
        config = resolved(config);
        var result = importer.into(output, config);
        System.out.println(output);
        System.err.printf(
                "%s: found %s%s; step %d of %d%n",
                config.model().preset(),
                result.found(),
                result.filled().isEmpty() ? "" : "; filled " + result.filled(),
                result.state().step(),
                config.training().steps());
        return 0;
    }

    private RunConfig resolved(RunConfig config) {
        var faces = FaceData.open(config, System.err::println);
        return options.resolved(config, faces.training().size());
    }
}
