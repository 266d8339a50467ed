package reaging.app.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

/** What JShell does at Ctrl-C, done to a training. */
class CtrlCTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private static String value(List<SnippetEvent> events) {
        var event = events.get(0);
        assertEquals(Snippet.Status.VALID, event.status(), event.snippet().source());
        return event.value();
    }

    @Test
    void trainingStopsAndTheShellGoesOn() throws Exception {
        try (var shell = JShell.builder()
                .out(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .remoteVMOptions(StartUp.options().toArray(String[]::new))
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            shell.eval("import static reaging.app.shell.Shell.*;");
            value(shell.eval("var t = trainer(\"synthetic\", \"tiny-32\");"));
            value(shell.eval("t.step(1);"));
            var training = CompletableFuture.supplyAsync(() -> shell.eval("t.step(1_000_000);"));
            // A line of progress: it is in the middle of it.
            for (int i = 0;
                    i < 600 && printed.toString(StandardCharsets.UTF_8).lines().noneMatch(this::later);
                    i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            shell.stop();
            training.get(60, TimeUnit.SECONDS);
            int steps = Integer.parseInt(value(shell.eval("t.history().size()")));
            assertTrue(steps > 1 && steps < 1_000_000, "steps: " + steps);
            value(shell.eval("t.step(2);"));
            assertEquals(String.valueOf(steps + 2), value(shell.eval("t.history().size()")));
        }
    }

    private boolean later(String line) {
        return line.startsWith("trainer of") && !line.contains("step 1,");
    }
}
