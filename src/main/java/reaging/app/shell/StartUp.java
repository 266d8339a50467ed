package reaging.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What JShell has to know before anybody types, alike in the shell, in scripts and in notebooks. */
final class StartUp {
    /** What this Java warns of unless it is told that it may; the launcher says the same to the program itself. */
    private static final List<String> QUIET = quiet(Runtime.version().feature());

    private StartUp() {}

    /** The options of a version of Java that keep it from warning of what our libraries cannot do without yet. */
    static List<String> quiet(int version) {
        List<String> options = new ArrayList<>();
        if (version >= 22) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        if (version >= 23) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    /** Imports, as snippets. */
    static String imports() {
        try (InputStream script = StartUp.class.getResourceAsStream("startup.jsh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the start-up script", e);
        }
    }

    /** The Java that runs this program: another one on the path may not know its options. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Options of the Java that runs the snippets. */
    static List<String> options() {
        // TensorFlow's own memory must not count against the Java heap.
        List<String> options = new ArrayList<>(List.of("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
        options.addAll(QUIET);
        for (var name : List.of("ragan.home", "ragan.debug", "user.home", "org.bytedeco.javacpp.cachedir")) {
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
