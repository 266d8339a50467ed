package reaging.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Runs files of snippets. JShell itself goes on after a mistake and exits with 0; this stops at the first one, so that
 * scripts can be trusted.
 */
final class Script implements AutoCloseable {
    private final JShell shell;

    /**
     * @param startup snippets to run first
     * @param options of the Java that runs the snippets
     */
    Script(String startup, List<String> options) {
        shell = JShell.builder()
                .out(System.out)
                .err(System.err)
                .remoteVMOptions(options.toArray(String[]::new))
                .build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        requireOk(run(startup, Path.of("startup.jsh")));
    }

    private static void requireOk(boolean ok) {
        if (!ok) {
            throw new IllegalStateException("the start-up script does not run; build the program again");
        }
    }

    /** Runs the snippets of a file; says whether all of them ran. */
    boolean run(Path file) {
        try {
            return run(Files.readString(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script " + file, e);
        }
    }

    private boolean run(String text, Path file) {
        var rest = text;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                return true; // comments only
            }
            // Without a source it is incomplete: evaluated all the same, so that JShell says what is missing.
            var source = next.source() == null ? rest : next.source();
            for (var event : shell.eval(source)) {
                var problem = problem(event);
                if (problem != null) {
                    System.err.printf("%s:%d: %s%n", file, line(text, rest, source), problem);
                    return false;
                }
            }
            rest = next.source() == null ? "" : next.remaining();
        }
        return true;
    }

    /** The line on which a snippet ends: comments may stand before its first one. */
    private static long line(String text, String rest, String source) {
        int end = text.length()
                - rest.length()
                + rest.indexOf(source)
                + source.stripTrailing().length();
        return text.substring(0, end).lines().count();
    }

    /** What is wrong with a snippet, or null. */
    private String problem(SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            return shell.diagnostics(event.snippet())
                    .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                    .findFirst()
                    .orElse("not Java");
        }
        return event.exception() == null ? null : message(event.exception());
    }

    private static String message(JShellException exception) {
        if (exception instanceof EvalException thrown) {
            var name = thrown.getExceptionClassName();
            return name.equals(Problem.class.getName()) ? thrown.getMessage() : name + ": " + thrown.getMessage();
        }
        return exception.getMessage();
    }

    @Override
    public void close() {
        shell.close();
    }
}
