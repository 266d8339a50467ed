package reaging.app.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks and creates data sets. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Checks and creates data sets.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DataCheckCommand.class, DataPrepareCommand.class, SynthesizeCommand.class})
public final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; \"ragan data --help\" lists them");
    }
}
