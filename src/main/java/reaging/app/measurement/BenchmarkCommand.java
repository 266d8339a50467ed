package reaging.app.measurement;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures speed. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures how fast this machine is.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchmarkTrainCommand.class, BenchmarkReAgeCommand.class, BenchmarkDataCommand.class})
public final class BenchmarkCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; \"ragan benchmark --help\" lists them");
    }
}
