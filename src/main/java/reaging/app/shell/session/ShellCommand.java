package reaging.app.shell.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.app.shell.TerminalPictures;
import reaging.app.terminal.ControllingTerminal;

/** Opens JShell with everything imported. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = "Opens JShell with everything on the class path and imported; help() lists the commands.",
        footer = {
            "",
            "Examples:",
            "  ragan shell",
            "  ragan shell notebooks/01-look-inside.jsh     runs a script and exits"
        })
public final class ShellCommand implements Callable<Integer> {
    private static final String WELCOME = """
            A model:   var model = open("synthetic-tiny")
            A face:    var me = person(3)
            Ten ages:  show(grid(model, me))
            More:      help()""";

    @Parameters(
            paramLabel = "SCRIPT",
            arity = "0..*",
            description = "Files of Java snippets to run instead of waiting for input.")
    private List<Path> scripts = List.of();

    @Option(
            names = "--pictures",
            description = "How the terminal shows pictures: ${COMPLETION-CANDIDATES}; default: the best it supports.")
    private @Nullable TerminalPictures pictures;

    @Override
    public Integer call() throws IOException {
        if (!scripts.isEmpty()) {
            return runScripts();
        }
        // JShell requires a file.
        var startup = Files.writeString(Files.createTempFile("ragan", ".jsh"), StartUp.imports());
        try {
            System.out.println(WELCOME);
            return jshell(startup);
        } finally {
            Files.delete(startup);
        }
    }

    private int runScripts() {
        try (var script = new Script(StartUp.imports(), options(TerminalPictures.NONE))) {
            for (var file : scripts) {
                var code = script.run(file);
                if (code.isPresent()) {
                    return code.getAsInt();
                }
            }
            return 0;
        }
    }

    private int jshell(Path startup) {
        try {
            return JavaShellToolBuilder.builder().start(arguments(startup));
        } catch (Exception e) { // as JShell declares
            throw new IllegalStateException("JShell failed: " + e.getMessage(), e);
        }
    }

    private String[] arguments(Path startup) {
        List<String> arguments = new ArrayList<>(List.of("--class-path", System.getProperty("java.class.path")));
        for (var option : options(best())) {
            arguments.add("-R" + option);
        }
        arguments.addAll(List.of("--startup", startup.toString()));
        return arguments.toArray(String[]::new);
    }

    /** Returns the best that the terminal supports; nothing if the output goes elsewhere. */
    private static TerminalPictures best() {
        return ControllingTerminal.showsOutput()
                ? TerminalPictures.of(System.getenv(), ControllingTerminal::attributes)
                : TerminalPictures.NONE;
    }

    private List<String> options(TerminalPictures usual) {
        List<String> options = new ArrayList<>(StartUp.options());
        var chosen = pictures == null ? usual : pictures;
        options.add("-Dragan.pictures=" + chosen.name().toLowerCase(Locale.ROOT));
        return options;
    }
}
