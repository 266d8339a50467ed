package reaging.app;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import reaging.app.data.DataCommand;
import reaging.app.data.NetworksCommand;
import reaging.app.faults.DoctorCommand;
import reaging.app.faults.Faults;
import reaging.app.faults.Message;
import reaging.app.faults.NativeLibrary;
import reaging.app.measurement.BenchmarkCommand;
import reaging.app.measurement.EvaluateCommand;
import reaging.app.photos.AnimateCommand;
import reaging.app.photos.ReAgeCommand;
import reaging.app.shell.session.NotebookCommand;
import reaging.app.shell.session.ShellCommand;
import reaging.app.terminal.Terminal;
import reaging.app.training.AblateCommand;
import reaging.app.training.ExportCommand;
import reaging.app.training.ImportCommand;
import reaging.app.training.InfoCommand;
import reaging.app.training.InspectCommand;
import reaging.app.training.TrainCommand;
import reaging.app.training.WorkerCommand;

/** The program: {@code ragan COMMAND}. An error is one line on stderr, exit code 1 (failed) or 2 (wrong usage). */
@Command(
        name = "ragan",
        version = "ragan 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Re-Aging GAN: shows the person in a photo at another age.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ragan train                          learn from synthetic faces, five to eight minutes on two cores",
            "  ragan train --data ~/utkface --preset small-64 --kimg 400",
            "  ragan reage party.jpg --age 70",
            "  ragan animate party.jpg --from 5 --to 80",
            "  ragan serve                          the same on a web page, and for programs",
            "  ragan info --preset canonical-256"
        },
        subcommands = {
            TrainCommand.class,
            WorkerCommand.class,
            DoctorCommand.class,
            AblateCommand.class,
            ReAgeCommand.class,
            AnimateCommand.class,
            ServeCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            InspectCommand.class,
            EvaluateCommand.class,
            NetworksCommand.class,
            DataCommand.class,
            BenchmarkCommand.class,
            ShellCommand.class,
            NotebookCommand.class,
            InfoCommand.class
        })
public final class Ragan implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean debug;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] arguments) {
        // Numbers have the same format everywhere: scripts read them.
        Locale.setDefault(Locale.ROOT);
        Terminal.open();
        NativeLibrary.discardCut();
        var program = new Ragan();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> program.report(thrown));
        int code = program.command(arguments);
        Terminal.close();
        System.exit(code);
    }

    /** Runs one command and returns the exit code. */
    static int execute(String... arguments) {
        return new Ragan().command(arguments);
    }

    private int command(String... arguments) {
        try {
            return commandLine(this).execute(arguments);
        } catch (Error e) { // picocli does not catch these
            return report(e);
        }
    }

    /** Builds the commands with their options and error handling. */
    static CommandLine commandLine() {
        return commandLine(new Ragan());
    }

    private static CommandLine commandLine(Ragan program) {
        return new CommandLine(program)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler((e, args) -> {
                    e.getCommandLine().getErr().println("ragan: " + e.getMessage());
                    return 2;
                })
                .setExecutionExceptionHandler((e, command, result) -> program.report(e));
    }

    private int report(Throwable thrown) {
        PrintStream err = System.err;
        if (debug) {
            thrown.printStackTrace(err);
        }
        err.println("ragan: " + Message.of(thrown));
        return thrown instanceof IllegalArgumentException
                        && Faults.behind(thrown).isEmpty()
                ? 2
                : 1;
    }
}
