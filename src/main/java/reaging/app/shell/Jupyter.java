package reaging.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Jupyter that is installed here.
 *
 * @param program its launcher
 */
record Jupyter(Path program) {
    private static final String INSTALL =
            "python3 -m venv .venv && .venv/bin/pip install -r notebooks/requirements.txt" + " jupyterlab";

    /** A kernel has to load the class path first, on a busy machine too. */
    private static final int START_SECONDS = 180;

    /** The one of {@code .venv} in the repository, or else the first on the path. */
    static Jupyter find(Path home) {
        var onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of);
        return Stream.concat(Stream.of(home.resolve(".venv/bin")), onPath)
                .map(folder -> folder.resolve("jupyter"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Jupyter::new)
                .orElseThrow(() -> new IllegalStateException(
                        "notebooks need Jupyter but neither .venv nor the path has it; install it: " + INSTALL));
    }

    /** Opens a browser with lab or the classic notebook; ends with Jupyter. */
    int open(Path specifications, Path folder) {
        var frontEnd = Stream.of("lab", "notebook")
                .filter(name -> Files.isExecutable(program.resolveSibling("jupyter-" + name)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("opening notebooks needs jupyter-lab or jupyter-notebook but "
                                + program + " has neither; install it: " + INSTALL));
        return run(specifications, List.of(frontEnd, folder.toString()));
    }

    /** Runs notebooks without a browser and keeps what their cells print and show. */
    int execute(Path specifications, List<Path> notebooks) {
        requireExecute();
        List<String> arguments = new ArrayList<>(List.of("execute", "--inplace", "--startup_timeout=" + START_SECONDS));
        notebooks.forEach(notebook -> arguments.add(notebook.toString()));
        return run(specifications, arguments);
    }

    private void requireExecute() {
        if (!Files.isExecutable(program.resolveSibling("jupyter-execute"))) {
            throw new IllegalStateException(
                    "running notebooks needs nbclient but " + program + " does not have it; install it: " + INSTALL);
        }
    }

    private int run(Path specifications, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        // Kernels are found below this path too: nothing is installed in the user's folders.
        return Command.run(command, Map.of("JUPYTER_PATH", specifications.toString()));
    }
}
