package reaging.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The networks that judge faces. */
@Command(
        name = "evaluators",
        mixinStandardHelpOptions = true,
        description =
                "The networks that \"ragan evaluate\" judges faces with, and the one that \"ragan data prepare\" makes masks with.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  ragan evaluators install"},
        subcommands = InstallEvaluatorsCommand.class)
final class EvaluatorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing; \"ragan evaluators --help\" lists them");
    }
}
