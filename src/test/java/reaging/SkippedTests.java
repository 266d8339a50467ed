package reaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes what was skipped and why into {@code target/skipped-tests.txt}, which the build shows as its last line: a green
 * build must not hide that the half of it did not run.
 */
public final class SkippedTests implements TestExecutionListener {
    private static final Path FILE = Path.of("target", "skipped-tests.txt");
    private static final String OF_JUNIT = "Assumption failed: ";

    private final Map<String, Integer> counts = new TreeMap<>();
    private final AtomicInteger run = new AtomicInteger();

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        counts.merge(reason, 1, Integer::sum);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            counts.merge(reason(result), 1, Integer::sum);
        } else if (test.isTest()) {
            run.incrementAndGet();
        }
    }

    private static String reason(TestExecutionResult result) {
        var message = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
        return message.startsWith(OF_JUNIT) ? message.substring(OF_JUNIT.length()) : message;
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + FILE, e);
        }
    }

    private String text() {
        int skipped = counts.values().stream().mapToInt(Integer::intValue).sum();
        return skipped == 0
                ? "tests: " + run + " run, none skipped"
                : "tests: " + run + " run, " + skipped + " skipped: "
                        + counts.entrySet().stream()
                                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                                .collect(Collectors.joining(", "));
    }
}
