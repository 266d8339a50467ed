package reaging.app;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.model.ModelConfig;
import reaging.model.NetworkSummary;
import reaging.training.TrainingConfig;

/** Shows the networks of a preset. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Shows the layers of a preset with shapes, parameters and work, and what training needs.",
        footer = {"", "Examples:", "  ragan info --preset canonical-256", "  ragan info --preset tiny-64 --json"})
final class InfoCommand implements Callable<Integer> {
    @Option(
            names = "--preset",
            defaultValue = "tiny-64",
            completionCandidates = TrainingOptions.Presets.class,
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private String preset;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        var config = ModelConfig.preset(preset);
        var generator = NetworkSummary.ofGenerator(config);
        var discriminator = NetworkSummary.ofDiscriminator(config);
        int batch = TrainingConfig.forPreset(preset).batch();
        long memory = trainingBytes(generator, discriminator, batch);
        if (json) {
            var object = new JsonObject();
            object.addProperty("preset", preset);
            object.addProperty("imageSize", config.imageSize());
            object.add("generator", summary(generator));
            object.add("discriminator", summary(discriminator));
            object.addProperty("batch", batch);
            object.addProperty("trainingBytesEstimate", memory);
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(object));
            return 0;
        }
        System.out.printf(
                "%s: %d x %d pixels, widths %d to %d, style %d%n",
                preset,
                config.imageSize(),
                config.imageSize(),
                config.baseWidth(),
                config.maximumWidth(),
                config.styleSize());
        print("generator, one pass over one image", generator);
        print("discriminator, one pass over one image", discriminator);
        System.out.printf(
                "%nmemory for training in batches of %d, estimated: %.2f GiB%n", batch, memory / Math.pow(2, 30));
        return 0;
    }

    private static JsonObject summary(NetworkSummary network) {
        var object = new JsonObject();
        object.addProperty("parameters", network.parameters());
        object.addProperty("multiplyAdds", network.multiplyAdds());
        object.addProperty("plainMultiplyAdds", network.plainMultiplyAdds());
        object.add("layers", new GsonBuilder().create().toJsonTree(network.layers()));
        return object;
    }

    private static void print(String title, NetworkSummary network) {
        System.out.printf("%n%-52s %14s %12s %14s%n", title, "output", "parameters", "multiply-adds");
        for (var layer : network.layers()) {
            var shape = layer.output().stream().map(String::valueOf).collect(Collectors.joining("x"));
            System.out.printf(
                    "  %-50s %14s %,12d %,14d%n", layer.name(), shape, layer.parameters(), layer.multiplyAdds());
        }
        System.out.printf("  %-50s %14s %,12d %,14d%n", "total", "", network.parameters(), network.multiplyAdds());
        System.out.printf(
                "  in the plain form %,d multiply-adds: the exact rewrites save %.0f %%%n",
                network.plainMultiplyAdds(), 100 - 100.0 * network.multiplyAdds() / network.plainMultiplyAdds());
    }

    /**
     * Weights of both networks, two moments each, the average, the gradients; and the activations of three passes of each
     * network that are kept for the way back.
     */
    private static long trainingBytes(NetworkSummary generator, NetworkSummary discriminator, int batch) {
        long values = 5 * generator.parameters() + 4 * discriminator.parameters();
        long activations = 3 * (generator.activationBytes() + discriminator.activationBytes()) * batch;
        return Float.BYTES * values + activations;
    }
}
