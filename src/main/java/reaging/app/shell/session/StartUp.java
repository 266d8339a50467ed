package reaging.app.shell.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The imports and options that JShell needs at its start, the same for the shell, scripts and notebooks. */
final class StartUp {
    /** The options that silence warnings of this Java; the launcher passes the same ones to the program itself. */
    private static final List<String> QUIET = quiet(Runtime.version().feature());

    private StartUp() {}

    /** Returns the options that keep a Java version from warning about features that our libraries still need. */
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

    /** Returns the imports as snippets. */
    static String imports() {
        try (InputStream script = StartUp.class.getResourceAsStream("startup.jsh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the start-up script", e);
        }
    }

    /** Returns the Java that runs this program: another one on the path may not support its options. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns the options of the JVM that runs the snippets. */
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
