package reaging.app.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import reaging.files.NewFolder;
import reaging.networks.EvaluatorPackages;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCard;
import reaging.savedmodel.ModelCards;
import reaging.weights.CheckpointExporter;
import reaging.weights.KerasExporter;

/** Exports a checkpoint of a run for use elsewhere. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Exports a run's newest or best checkpoint for use elsewhere, such as in Python.",
        footer = {
            "",
            "Examples:",
            "  ragan export latest -o my-model",
            "  ragan export latest --best -o my-best-model",
            "  ragan export latest --best --fit-ages -o my-best-model",
            "  ragan export latest --format checkpoint -o keras/checkpoints",
            "  ragan export latest --format keras-h5 -o keras/weights"
        })
public final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run: its folder, or \"latest\".")
    private String run;

    @Option(
            names = {"-o", "--output"},
            required = true,
            description = "A new folder.")
    private Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "savedmodel",
            converter = FormatConverter.class,
            description = {
                "savedmodel (default): the averaged generator, ready to run;",
                "checkpoint: the whole training state, for tf.train.Checkpoint;",
                "keras-h5: a .weights.h5 file for each network, for load_weights."
            })
    private Format format;

    @Option(
            names = "--out",
            defaultValue = "runs",
            description = "Folder of the run folders; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--best",
            description =
                    "Export the best checkpoint instead of the newest: by the run's evaluations (see \"ragan train"
                            + " --evaluate-every\"), or else by the cycle error on held-out faces.")
    private boolean best;

    /** The export formats. */
    private enum Format {
        SAVEDMODEL,
        CHECKPOINT,
        KERAS_H5
    }

    /** Converts a format's name as typed on the command line: lower case, with hyphens. */
    static final class FormatConverter implements ITypeConverter<Format> {
        @Override
        public Format convert(String name) {
            return switch (name) {
                case "savedmodel" -> Format.SAVEDMODEL;
                case "checkpoint" -> Format.CHECKPOINT;
                case "keras-h5" -> Format.KERAS_H5;
                default ->
                    throw new TypeConversionException(
                            "a format must be savedmodel, checkpoint or keras-h5 but is " + name);
            };
        }
    }

    @Option(
            names = "--discriminator",
            description =
                    "Also store the discriminator's weights in the SavedModel's folder, for \"ragan train --init\".")
    private boolean discriminator;

    @Option(
            names = "--fit-ages",
            description =
                    "Extension: measure the exported generator on the people whom checkpoints are chosen by. Where the faces"
                            + " of a target look too old or too young on average, let its age code take a share from the"
                            + " neighbouring group's, as far as this costs neither HCS nor age error. For photos; takes minutes.")
    private boolean fitAges;

    @Option(
            names = "--evaluators",
            paramLabel = "DIR",
            description =
                    "Folder of the evaluator networks for --fit-ages; default: that of \"ragan networks install\".")
    private Path evaluators = EvaluatorPackages.defaultFolder();

    @Override
    public Integer call() {
        requireSavedModelFor("--discriminator", discriminator, "the other formats always include it");
        requireSavedModelFor("--fit-ages", fitAges, "the other formats hold the weights as they were trained");
        if (Files.exists(output)) {
            throw new IllegalArgumentException(
                    "an export must go to a new folder but " + output + " exists; choose another with -o");
        }
        var folder = RunFolder.open(out, run);
        var config = folder.readConfig();
        var checkpoints = new Checkpoints(folder.checkpoints(), System.err::println);
        var checkpoint = (best ? checkpoints.best() : checkpoints.latest())
                .orElseThrow(() -> new IllegalArgumentException("an export needs a run with a checkpoint but "
                        + folder.path() + " has none yet; train on with --resume"));
        switch (format) {
            case SAVEDMODEL -> savedModel(checkpoint, config, card(folder, checkpoint, config));
            case CHECKPOINT -> CheckpointExporter.export(checkpoint, config, output);
            case KERAS_H5 -> KerasExporter.export(checkpoint, config, output);
        }
        System.out.println(output);
        return 0;
    }

    private void requireSavedModelFor(String option, boolean given, String why) {
        if (given && format != Format.SAVEDMODEL) {
            throw new IllegalArgumentException(option + " is for --format savedmodel; " + why + "; leave it out");
        }
    }

    private ModelCard card(RunFolder folder, Checkpoints.Checkpoint checkpoint, RunConfig config) {
        var card = ModelCards.of(config, checkpoint);
        return fitAges ? AgeFitting.fitted(folder, checkpoint, card, evaluators, System.err::println) : card;
    }

    private void savedModel(Checkpoints.Checkpoint checkpoint, RunConfig config, ModelCard card) {
        if (!discriminator) {
            Exporter.export(checkpoint, card, output);
            return;
        }
        NewFolder.write(output, beside -> {
            Exporter.export(checkpoint, card, beside);
            KerasExporter.addDiscriminator(checkpoint, config, beside);
            return beside;
        });
    }
}
