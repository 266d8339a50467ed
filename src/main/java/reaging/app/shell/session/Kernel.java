package reaging.app.shell.session;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Java kernel for Jupyter, rapaio-jupyter-kernel, with the program on its class path.
 *
 * @param jar jar of the kernel
 */
record Kernel(Path jar) {
    /** The name by which notebooks refer to it. */
    static final String NAME = "ragan-java";

    private static final String MAIN = "org.rapaio.jupyter.kernel.MainApp";

    /** Downloads the kernel unless it exists. */
    static Kernel fetch(Path home) {
        var jar = home.resolve("target/notebook/rapaio-jupyter-kernel.jar");
        if (!Files.isRegularFile(jar)) {
            var maven =
                    List.of("mvn", "-q", "-f", home.resolve("pom.xml").toString(), "dependency:copy@notebook-kernel");
            if (Command.run(maven, Map.of()) != 0) {
                throw new IllegalStateException("Maven could not fetch the Java kernel; see its message above");
            }
        }
        return new Kernel(jar);
    }

    /** Writes the kernel's specification and returns the folder to pass to Jupyter. */
    Path write() {
        var root = Objects.requireNonNull(jar.toAbsolutePath().normalize().getParent(), "a file is in a folder");
        var folder = root.resolve("kernels").resolve(NAME);
        try {
            Files.createDirectories(folder);
            // Imports only: the kernel accepts no other snippets at its start.
            var startup = Files.writeString(root.resolve("startup.jsh"), StartUp.imports());
            var json =
                    new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
            Files.writeString(folder.resolve("kernel.json"), json.toJson(specification(startup)) + "\n");
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the kernel's specification " + folder, e);
        }
    }

    private Map<String, Object> specification(Path startup) {
        var classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(StartUp.java()));
        command.addAll(StartUp.options());
        command.addAll(List.of("-Djava.awt.headless=true", "-Dragan.shell.out=../runs/shell"));
        // Our classes come before the kernel's, since two of them fix it.
        command.addAll(
                List.of("-cp", classPath + File.pathSeparator + jar.toAbsolutePath(), MAIN, "{connection_file}"));
        return Map.of(
                "argv", command,
                "display_name", "Java (Re-Aging GAN)",
                "language", "java",
                "interrupt_mode", "signal",
                "env",
                        Map.of(
                                // The kernel separates entries by semicolons everywhere.
                                "RJK_CLASSPATH",
                                classPath.replace(File.pathSeparator, ";"),
                                "RJK_INIT_SCRIPT",
                                startup.toString(),
                                "RJK_TIMEOUT_MILLIS",
                                "-1",
                                "TF_CPP_MIN_LOG_LEVEL",
                                "3"));
    }
}
