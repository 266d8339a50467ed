package reaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Appends a line for each test to {@code target/finished-tests.txt}: nothing for one that ran, or why it was skipped. Several
 * processes run tests at a time, so each adds its lines at once; {@link TestSummary} counts them.
 */
public final class FinishedTests implements TestExecutionListener {
    static final Path FILE = Path.of("target", "finished-tests.txt");

    private static final String OF_JUNIT = "Assumption failed: ";

    private final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        lines.add(line(reason));
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            lines.add(reason(result));
        } else if (test.isTest()) {
            lines.add("");
        }
    }

    private static String reason(TestExecutionResult result) {
        var message = result.getThrowable().map(Throwable::getMessage).orElse("");
        return line(message.startsWith(OF_JUNIT) ? message.substring(OF_JUNIT.length()) : message);
    }

    /** A reason in one line, which is not empty: that would stand for a test that ran. */
    private static String line(String reason) {
        return reason.lines().findFirst().filter(line -> !line.isBlank()).orElse("no reason given");
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + FILE, e);
        }
        lines.clear();
    }
}
