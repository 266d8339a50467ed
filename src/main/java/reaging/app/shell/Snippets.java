package reaging.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/**
 * The snippets of a script, one after the other, as if somebody typed them: a line that is complete is one, with or without a
 * semicolon. Unlike JShell itself this looks at the next line first, since that of a chain begins with a dot.
 */
final class Snippets {
    /** What no statement begins with: the line goes on with an expression. */
    private static final Pattern GOES_ON =
            Pattern.compile("(?:\\.(?!\\d)|[?:=*%&|^,)\\]<>]|!=|/\\s|\\+(?!\\+)|-(?!-)|instanceof\\b).*");

    /** What goes on with a statement, even after its semicolon. */
    private static final Pattern FURTHER_BRANCH = Pattern.compile("(?:else|catch|finally)\\b.*");

    private static final Pattern COMMAND = Pattern.compile("/(?![/*\\s]).*");
    private static final Pattern NOTHING = Pattern.compile("(?://.*)?");

    private final SourceCodeAnalysis analysis;
    private final Deque<String> lines = new ArrayDeque<>();
    private int line = 1;

    /**
     * A piece of a script.
     *
     * @param source as JShell takes it; of a command of JShell's the line
     * @param line on which it begins, from 1
     */
    record Snippet(String source, int line) {
        /** Whether it is a command of JShell's, such as {@code /exit}. */
        boolean isCommand() {
            return COMMAND.matcher(source).matches();
        }
    }

    Snippets(String script, SourceCodeAnalysis analysis) {
        this.analysis = analysis;
        script.lines().forEach(lines::add);
    }

    /** The next one; empty at the end of the script. */
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
        // Incomplete: evaluated all the same, so that JShell says what is missing.
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

    /** The next line that is not empty and not a comment. */
    private String upcoming() {
        return lines.stream()
                .map(String::strip)
                .filter(text -> !NOTHING.matcher(text).matches())
                .findFirst()
                .orElse("");
    }

    /** What is left of the last line begins the next snippet. */
    private Snippet snippet(SourceCodeAnalysis.CompletionInfo found, int first) {
        if (!found.remaining().isBlank()) {
            lines.addFirst(found.remaining().strip());
            line--;
        }
        return new Snippet(found.source(), first);
    }
}
