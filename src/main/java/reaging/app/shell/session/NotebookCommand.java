package reaging.app.shell.session;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens Jupyter with a Java kernel that has the program on its class path. */
@Command(
        name = "notebook",
        mixinStandardHelpOptions = true,
        description = "Opens Jupyter with a Java kernel in which everything is on the class path and imported.",
        footer = {
            "",
            "Examples:",
            "  ragan notebook",
            "  ragan notebook --execute notebooks/re_aging_gan_java.ipynb     runs all cells and saves their output"
        })
public final class NotebookCommand implements Callable<Integer> {
    @Option(
            names = "--execute",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Run notebooks without a browser and save their output.")
    private List<Path> notebooks = List.of();

    @Override
    public Integer call() {
        var home = Path.of(System.getProperty("ragan.home", "."));
        var jupyter = Jupyter.find(home);
        var specifications = Kernel.fetch(home).write();
        return notebooks.isEmpty()
                ? jupyter.open(specifications, home.resolve("notebooks"))
                : jupyter.execute(specifications, notebooks);
    }
}
