package reaging.app.shell.session;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An installed Jupyter.
 *
 * @param program path of its launcher
 */
record Jupyter(Path program) {
    private static final String INSTALL =
            "python3 -m venv .venv && .venv/bin/pip install -r notebooks/requirements.txt" + " jupyterlab";

    /** Generous, since a kernel has to load the class path first, even on a busy machine. */
    private static final int START_SECONDS = 180;

    /** Finds the one in {@code .venv} of the repository, or else the first on the path. */
    static Jupyter find(Path home) {
        var onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of);
        return Stream.concat(Stream.of(home.resolve(".venv/bin")), onPath)
                .map(folder -> folder.resolve("jupyter"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Jupyter::new)
                .orElseThrow(() -> new IllegalStateException(
                        "notebooks need Jupyter but it is neither in .venv nor on the path; install it: " + INSTALL));
    }

    /** Opens JupyterLab or the classic notebook in a browser and waits until Jupyter ends. */
    int open(Path specifications, Path folder) {
        var frontEnd = Stream.of("lab", "notebook")
                .filter(name -> Files.isExecutable(program.resolveSibling("jupyter-" + name)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("opening notebooks needs jupyter-lab or jupyter-notebook but "
                                + program + " has neither; install it: " + INSTALL));
        return run(specifications, List.of(frontEnd, folder.toString()));
    }

    /** Runs notebooks without a browser and saves the output of their cells. */
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
        // Kernels are also found below this path, so nothing is installed in the user's folders.
        return Command.run(command, Map.of("JUPYTER_PATH", specifications.toString()));
    }
}
