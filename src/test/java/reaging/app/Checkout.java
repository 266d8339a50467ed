package reaging.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A folder with the launcher and a build, and a folder of programs that the launcher may start: those of the system that it
 * needs, and others that a test writes.
 *
 * @param folder of the launcher
 * @param programs the whole path
 */
record Checkout(Path folder, Path programs) {
    private static final List<String> NEEDED = List.of(
            "bash", "env", "readlink", "dirname", "find", "locale", "grep", "sed", "mkdir", "mktemp", "flock", "sleep");

    /** What a program printed, and its exit code. */
    record Ended(int code, String out, String err) {}

    /** A checkout whose build is that of this test; its programs are in a folder of it. */
    static Checkout in(Path folder) throws IOException {
        return in(folder, folder.resolve("programs of the system"));
    }

    /** The same with programs elsewhere. */
    static Checkout in(Path folder, Path programs) throws IOException {
        var checkout = new Checkout(folder, Files.createDirectories(programs));
        Files.copy(Path.of("ragan"), folder.resolve("ragan"));
        Files.createDirectories(folder.resolve("src/main"));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.createDirectories(folder.resolve("target/classes"));
        Files.writeString(folder.resolve("target/classpath.txt"), absoluteClassPath());
        Files.writeString(folder.resolve("target/ragan-built"), "\n");
        for (var name : NEEDED) {
            var program = Path.of("/usr/bin", name);
            if (Files.isExecutable(program)) {
                checkout.program(name, "exec " + program + " \"$@\"");
            }
        }
        return checkout;
    }

    private static String absoluteClassPath() {
        List<String> entries = new ArrayList<>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Puts a shell script where the launcher finds programs. */
    Path program(String name, String script) throws IOException {
        return executable(programs.resolve(name), script);
    }

    /** Makes a JDK of a version whose Java is a shell script. */
    Path jdk(String version, String script) throws IOException {
        var home = folder.resolve("jdk " + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/java"), script);
        return home;
    }

    private static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/usr/bin/bash\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Starts the launcher with nothing in its environment but the path and what is given. */
    Process start(Map<String, String> environment, Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("ragan").toString()));
        command.addAll(List.of(arguments));
        return start(command, environment, out, err);
    }

    private Process start(List<String> command, Map<String, String> environment, Path out, Path err)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs the launcher to its end. */
    Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(List.of(), environment, arguments);
    }

    /** The same by way of another program. */
    Ended run(List<String> starter, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var out = Files.createTempFile("launcher", ".out");
        var err = Files.createTempFile("launcher", ".err");
        List<String> command = new ArrayList<>(starter);
        command.add(folder.resolve("ragan").toString());
        command.addAll(List.of(arguments));
        Map<String, String> usual = new HashMap<>(Map.of("LC_ALL", "C", "HOME", System.getProperty("user.home")));
        usual.putAll(environment);
        var process = start(command, usual, out, err);
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running");
        }
        var ended = new Ended(
                process.exitValue(),
                new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return ended;
    }
}
