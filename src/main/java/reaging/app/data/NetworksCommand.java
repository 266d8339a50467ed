package reaging.app.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Manages the networks that find and judge faces. */
@Command(
        name = "networks",
        aliases = "evaluators",
        mixinStandardHelpOptions = true,
        description = "Manages the networks that find faces in photos and segment people in crops, and those with which"
                + " \"ragan evaluate\" judges faces.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  ragan networks install"},
        subcommands = InstallNetworksCommand.class)
public final class NetworksCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; \"ragan networks --help\" lists them");
    }
}
