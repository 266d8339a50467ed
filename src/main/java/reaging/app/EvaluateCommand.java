package reaging.app;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.evaluation.GroundTruth;
import reaging.savedmodel.ReAger;

/** Measures a model against synthetic people, whose true drawings at every age are known. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measures a model on synthetic people, whose true drawing at every age is known.",
        footer = {"", "Example:", "  ragan evaluate --model runs/00000-synthetic-tiny-64/savedmodel"})
final class EvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            description = "A SavedModel folder; default: the one of savedmodels/, or else the newest run's.")
    private Path model;

    @Option(names = "--data", defaultValue = FaceData.SYNTHETIC, description = "\"synthetic\" (default).")
    private String data;

    @Option(names = "--people", defaultValue = "200", description = "How many; default ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Of the run that made the model; its held-out people are taken.")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        if (!data.equals(FaceData.SYNTHETIC)) {
            throw new IllegalArgumentException(
                    "--data must be \"synthetic\", the faces whose truth is known, but is " + data + "; leave it out");
        }
        try (var reAger = ReAger.load(Models.orDefault(model))) {
            var heldOut = FaceData.heldOut(people, reAger.imageSize(), seed);
            var truth =
                    Bars.during("evaluate", heldOut.size(), progress -> GroundTruth.measure(reAger, heldOut, progress));
            if (json) {
                System.out.println(
                        new GsonBuilder().setPrettyPrinting().create().toJson(truth));
            } else {
                print(truth);
            }
        }
        return 0;
    }

    private static void print(GroundTruth truth) {
        System.out.printf(
                "%d people that were held out, each at ten ages; mean absolute difference in 1/255%n%n"
                        + "target   output-truth  input-truth  background%n",
                truth.people());
        truth.groups().forEach((group, errors) -> print(group.label(), errors));
        print("all", truth.total());
        System.out.printf("%nby the number of groups between a person's own and the target%n");
        truth.gaps().forEach((gap, errors) -> print(String.valueOf(gap), errors));
    }

    private static void print(String name, GroundTruth.Errors errors) {
        System.out.printf("%-8s %12.2f %12.2f %11.2f%n", name, errors.output(), errors.input(), errors.background());
    }
}
