package reaging.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.savedmodel.Exporter;
import reaging.training.Checkpoints;
import reaging.training.RunFolder;

/** Writes a run's newest checkpoint as a SavedModel. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the averaged generator of a run's newest checkpoint as a SavedModel.",
        footer = {"", "Example:", "  ragan export latest -o my-model"})
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run: its folder, or \"latest\".")
    private String run;

    @Option(
            names = {"-o", "--output"},
            required = true,
            description = "Folder of the new SavedModel.")
    private Path output;

    @Option(
            names = "--out",
            defaultValue = "runs",
            description = "Folder of the run folders; default ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() {
        if (Files.exists(output)) {
            throw new IllegalArgumentException(
                    "an export must go to a new folder but " + output + " exists; choose another with -o");
        }
        var folder = RunFolder.open(out, run);
        var config = folder.readConfig();
        var checkpoint = new Checkpoints(folder.checkpoints(), System.err::println)
                .latest()
                .orElseThrow(() -> new IllegalArgumentException("a run must have a checkpoint to be exported but "
                        + folder.path() + " has none yet; train on with --resume"));
        Exporter.export(checkpoint, TrainCommand.card(config, checkpoint.state()), output);
        System.out.println(output);
        return 0;
    }
}
