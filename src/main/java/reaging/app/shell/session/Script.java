package reaging.app.shell.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import reaging.app.shell.Problem;

/**
 * Runs files of snippets. JShell itself continues after an error and exits with 0; this stops at the first one, so that scripts
 * can be trusted.
 */
final class Script implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final JShell shell;
    private final Map<String, Place> places = new HashMap<>();

    /** The position at which a snippet starts. */
    private record Place(Path file, int line) {
        Place plus(long lines) {
            return new Place(file, line + (int) lines);
        }

        void report(String problem) {
            System.err.printf("%s:%d: %s%n", file, line, problem);
        }
    }

    /**
     * @param startup snippets to run first
     * @param options options of the JVM that runs the snippets
     */
    Script(String startup, List<String> options) {
        shell = JShell.builder()
                .out(System.out)
                .err(System.err)
                .remoteVMOptions(options.toArray(String[]::new))
                .build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        if (run(startup, Path.of("startup.jsh")).isPresent()) {
            throw new IllegalStateException("the start-up script does not run; build the program again");
        }
    }

    /** Runs the snippets of a file; returns an exit code if the program has to end: 1 after an error, or that of /exit. */
    OptionalInt run(Path file) {
        try {
            return run(Files.readString(file), file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "a script must be UTF-8 text but " + file + " is not; save it as UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script " + file, e);
        }
    }

    private OptionalInt run(String text, Path file) {
        var script = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        var snippets = new Snippets(script, shell.sourceCodeAnalysis());
        for (var next = snippets.next(); next.isPresent(); next = snippets.next()) {
            var place = new Place(file, next.get().line());
            var code = next.get().isCommand()
                    ? command(next.get().source(), place)
                    : evaluated(next.get().source(), place);
            if (code.isPresent()) {
                return code;
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt command(String line, Place place) {
        var words = line.split("\\s+", 2);
        var rest = words.length == 1 ? "" : words[1].strip();
        return switch (words[0]) {
            case "/exit" -> exit(rest, place);
            case "/open" -> run(Path.of(rest));
            default -> {
                place.report("a script may contain only the commands /exit and /open but this is " + words[0]
                        + "; leave it out, or type it in \"ragan shell\"");
                yield OptionalInt.of(1);
            }
        };
    }

    private OptionalInt exit(String expression, Place place) {
        if (expression.isEmpty()) {
            return OptionalInt.of(0);
        }
        var failed = evaluated("int exitCode = " + expression + ";", place);
        return failed.isPresent()
                ? failed
                : OptionalInt.of(Integer.parseInt(shell.eval("exitCode").get(0).value()));
    }

    private OptionalInt evaluated(String source, Place place) {
        try {
            for (var event : shell.eval(source)) {
                places.putIfAbsent(event.snippet().id(), place);
                if (failed(event, place)) {
                    return OptionalInt.of(1);
                }
            }
            return OptionalInt.empty();
        } catch (IllegalStateException e) {
            place.report("the JVM that runs the snippets has ended; end a script with /exit, not with System.exit");
            return OptionalInt.of(1);
        }
    }

    /** Reports what is wrong with a snippet, if anything. */
    private boolean failed(SnippetEvent event, Place place) {
        if (event.status() == Snippet.Status.REJECTED) {
            var diagnostics = shell.diagnostics(event.snippet()).toList();
            if (diagnostics.isEmpty()) {
                place.report("not valid Java");
            } else {
                var first = diagnostics.get(0);
                lineOf(first.getPosition(), event.snippet().source(), place).report(first.getMessage(Locale.ROOT));
            }
            return true;
        }
        if (event.exception() != null) {
            lineOf(event.exception(), place).report(message(event.exception()));
        }
        return event.exception() != null;
    }

    private static Place lineOf(long position, String source, Place place) {
        int end = (int) Math.max(0, Math.min(position, source.length()));
        return place.plus(
                source.substring(0, end).chars().filter(c -> c == '\n').count());
    }

    /** Finds the innermost line of a script: JShell's frames have "#" and the snippet's number as file name. */
    private Place lineOf(JShellException exception, Place place) {
        for (var frame : exception.getStackTrace()) {
            var file = String.valueOf(frame.getFileName());
            var found = file.startsWith("#") ? places.get(file.substring(1)) : null;
            if (found != null) {
                return found.plus(frame.getLineNumber() - 1);
            }
        }
        return place;
    }

    private static String message(JShellException exception) {
        var said = String.valueOf(exception.getMessage());
        if (exception instanceof EvalException thrown) {
            var name = thrown.getExceptionClassName();
            return name.equals(Problem.class.getName()) ? said : name + ": " + said;
        }
        return said.lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        shell.close();
    }
}
