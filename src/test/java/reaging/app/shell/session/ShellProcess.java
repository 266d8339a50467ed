package reaging.app.shell.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import reaging.app.RaganCommand;

/** The program in a process and a folder of its own. */
record ShellProcess(int code, String output) {
    /**
     * Runs a command to its end, with nothing to read on stdin.
     *
     * @param home where its models are
     * @param folder to run in
     * @param environment more of it
     */
    static ShellProcess run(Path home, Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "output", ".txt");
        var command = RaganCommand.of("-Dragan.home=" + home);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new AssertionError("still running: " + Files.readString(output));
            }
            return new ShellProcess(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
