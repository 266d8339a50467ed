package reaging;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the build shows as its last line: a green build must not hide that the half of it did not run. */
public final class TestSummary {
    private TestSummary() {}

    /** Prints the line for what {@link FinishedTests} has written. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(
                Files.exists(FinishedTests.FILE)
                        ? text(Files.readAllLines(FinishedTests.FILE))
                        : "tests: none were run");
    }

    /** The line for tests that ran (nothing) or were skipped for a reason. */
    static String text(List<String> finished) {
        var reasons = finished.stream().filter(reason -> !reason.isEmpty()).toList();
        int run = finished.size() - reasons.size();
        if (reasons.isEmpty()) {
            return "tests: " + run + " run, none skipped";
        }
        var counts = reasons.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(reason -> reason.getValue() + " (" + reason.getKey() + ")")
                .collect(Collectors.joining(", ", "tests: " + run + " run, " + reasons.size() + " skipped: ", ""));
    }
}
