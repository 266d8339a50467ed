package reaging.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What JShell has to know before anybody types, alike in the shell, in scripts and in notebooks. */
final class StartUp {
    private StartUp() {}

    /** Imports, as snippets. */
    static String imports() {
        try (InputStream script = StartUp.class.getResourceAsStream("startup.jsh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the start-up script", e);
        }
    }

    /** Options of the Java that runs the snippets. */
    static List<String> options() {
        // TensorFlow's own memory must not count against the Java heap.
        List<String> options = new ArrayList<>(List.of("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
        for (var name : List.of("ragan.home", "ragan.debug")) {
            if (System.getProperty(name) != null) {
                options.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        var more = System.getenv("RAGAN_JVM");
        if (more != null && !more.isBlank()) {
            options.addAll(List.of(more.strip().split("\\s+", -1)));
        }
        return options;
    }
}
