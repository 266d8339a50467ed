package reaging.app.training;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.model.NetworkSummary;
import reaging.run.Preset;

/** Shows the networks of a preset. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description =
                "Shows the layers of a preset with shapes, parameters and multiply-adds, and what training needs.",
        footer = {"", "Examples:", "  ragan info --preset canonical-256", "  ragan info --preset tiny-64 --json"})
public final class InfoCommand implements Callable<Integer> {
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
        var chosen = Preset.of(preset);
        var config = chosen.model();
        int batch = chosen.training().batch();
        var networks = NetworkTables.of(config);
        if (json) {
            var object = new JsonObject();
            object.addProperty("preset", preset);
            object.addProperty("imageSize", config.imageSize());
            object.addProperty("upsampling", config.upsampling().toString());
            object.addProperty("attention", config.attention());
            object.add("generator", summary(networks.generator()));
            object.add("discriminator", summary(networks.discriminator()));
            object.addProperty("batch", batch);
            object.addProperty("trainingBytesEstimate", networks.trainingBytes(batch));
            System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(object));
        } else {
            networks.print(System.out, batch);
        }
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
}
