package reaging.app;

import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import reaging.app.shell.NotebookCommand;
import reaging.app.shell.ShellCommand;

/** The program: {@code ragan COMMAND}. An error is one line on stderr, exit code 1 (failed) or 2 (wrong usage). */
@Command(
        name = "ragan",
        version = "ragan 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Re-Aging GAN: a face goes in, the same person at another age comes out.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ragan train                          learn from synthetic faces, ten minutes on two cores",
            "  ragan train --data ~/utkface --preset small-64 --kimg 400",
            "  ragan reage face.png --ages all --aligned",
            "  ragan info --preset canonical-256"
        },
        subcommands = {
            TrainCommand.class,
            AblateCommand.class,
            ReAgeCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            InspectCommand.class,
            EvaluateCommand.class,
            EvaluatorsCommand.class,
            DataCommand.class,
            BenchmarkCommand.class,
            ShellCommand.class,
            NotebookCommand.class,
            InfoCommand.class
        })
public final class Ragan implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error came from.")
    private boolean debug;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; \"ragan --help\" lists them");
    }

    public static void main(String[] arguments) {
        // Numbers look alike everywhere: scripts read them.
        Locale.setDefault(Locale.ROOT);
        Terminal.open();
        System.exit(execute(arguments));
    }

    /** Runs one command; returns the exit code. */
    static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The commands with their options, and what happens on an error. */
    static CommandLine commandLine() {
        var program = new Ragan();
        return new CommandLine(program)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler((e, args) -> {
                    e.getCommandLine().getErr().println("ragan: " + e.getMessage());
                    return 2;
                })
                .setExecutionExceptionHandler((e, command, result) -> program.report(e, command));
    }

    private int report(Exception e, CommandLine command) {
        if (debug) {
            e.printStackTrace(command.getErr());
        }
        command.getErr().println("ragan: " + line(e));
        return e instanceof IllegalArgumentException ? 2 : 1;
    }

    /** What went wrong and why, as one line. */
    public static String line(Exception e) {
        if (e instanceof UncheckedIOException failure) {
            return IoFault.text(failure).replaceAll("\\s*\\R\\s*", " ");
        }
        return (e.getMessage() == null ? e.toString() : e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }
}
