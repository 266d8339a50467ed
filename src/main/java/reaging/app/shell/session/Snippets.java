package reaging.app.shell.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/**
 * Splits a script into snippets as if it were typed: a complete line is one, with or without a semicolon. Unlike JShell itself
 * this looks ahead at the next line, which starts with a dot in a call chain.
 */
final class Snippets {
    /** What no statement starts with: the line continues an expression. */
    private static final Pattern GOES_ON =
            Pattern.compile("(?:\\.(?!\\d)|[?:=*%&|^,)\\]<>]|!=|/\\s|\\+(?!\\+)|-(?!-)|instanceof\\b).*");

    /** What continues a statement, even after its semicolon. */
    private static final Pattern FURTHER_BRANCH = Pattern.compile("(?:else|catch|finally)\\b.*");

    private static final Pattern COMMAND = Pattern.compile("/(?![/*\\s]).*");
    private static final Pattern NOTHING = Pattern.compile("(?://.*)?");

    private final SourceCodeAnalysis analysis;
    private final Deque<String> lines = new ArrayDeque<>();
    private int line = 1;

    /**
     * A piece of a script.
     *
     * @param source source for JShell; for one of JShell's commands the whole line
     * @param line line on which it starts, from 1
     */
    record Snippet(String source, int line) {
        /** Whether it is one of JShell's commands, such as {@code /exit}. */
        boolean isCommand() {
            return COMMAND.matcher(source).matches();
        }
    }

    Snippets(String script, SourceCodeAnalysis analysis) {
        this.analysis = analysis;
        script.lines().forEach(lines::add);
    }

    /** Returns the next snippet; empty at the end of the script. */
    Optional<Snippet> next() {
        var source = new StringBuilder();
        int first = line;
        while (!lines.isEmpty()) {
            if (source.isEmpty() && COMMAND.matcher(lines.peek().strip()).matches()) {
                return Optional.of(new Snippet(take().strip(), first));
            }
            source.append(take()).append('\n');
            var found = analysis.analyzeCompletion(source.toString());
            if (found.completeness() == Completeness.EMPTY) {
                source.setLength(0);
                first = line;
            } else if (ends(found)) {
                return Optional.of(snippet(found, first));
            }
        }
        // Incomplete: evaluated anyway, so that JShell reports what is missing.
        return source.isEmpty() ? Optional.empty() : Optional.of(new Snippet(source.toString(), first));
    }

    private String take() {
        line++;
        return lines.remove();
    }

    private boolean ends(SourceCodeAnalysis.CompletionInfo found) {
        return switch (found.completeness()) {
            case COMPLETE ->
                !found.remaining().isBlank()
                        || !FURTHER_BRANCH.matcher(upcoming()).matches();
            case COMPLETE_WITH_SEMI ->
                !GOES_ON.matcher(upcoming()).matches()
                        && !FURTHER_BRANCH.matcher(upcoming()).matches();
            case UNKNOWN -> true;
            default -> false;
        };
    }

    /** Returns the next line that is neither empty nor a comment. */
    private String upcoming() {
        return lines.stream()
                .map(String::strip)
                .filter(text -> !NOTHING.matcher(text).matches())
                .findFirst()
                .orElse("");
    }

    /** Makes a snippet; the rest of the last line starts the next one. */
    private Snippet snippet(SourceCodeAnalysis.CompletionInfo found, int first) {
        if (!found.remaining().isBlank()) {
            lines.addFirst(found.remaining().strip());
            line--;
        }
        return new Snippet(found.source(), first);
    }
}
