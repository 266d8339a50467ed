package reaging.app;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tensorflow.proto.TensorInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.savedmodel.ModelFolder;

/** Shows what is in a SavedModel. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shows what is in a SavedModel: signatures with shapes, variables, model card.",
        footer = {"", "Example:", "  ragan inspect runs/00000-synthetic-tiny-64/savedmodel"})
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A SavedModel folder.")
    private Path folder;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        var model = ModelFolder.read(folder);
        var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        if (json) {
            var object = new JsonObject();
            object.add("signatures", gson.toJsonTree(signatures(model)));
            object.add("variables", gson.toJsonTree(model.variables()));
            object.addProperty("values", model.values());
            object.add("modelCard", gson.toJsonTree(model.card().orElse(null)));
            System.out.println(gson.toJson(object));
            return 0;
        }
        System.out.printf("%s: SavedModel written by TensorFlow %s%n%nsignatures%n", folder, model.tensorflowVersion());
        signatures(model).forEach((name, text) -> System.out.printf("  %-16s %s%n", name, text));
        System.out.println("\nvariables");
        model.variables().forEach((name, shape) -> System.out.printf("  %-64s %s%n", name, shape));
        System.out.printf(
                "  %d variables, %,d values%n%nmodel card%n", model.variables().size(), model.values());
        System.out.println(model.card().map(gson::toJson).orElse("  none"));
        return 0;
    }

    private static Map<String, String> signatures(ModelFolder model) {
        Map<String, String> texts = new TreeMap<>();
        model.signatures()
                .forEach((name, signature) ->
                        texts.put(name, text(signature.getInputsMap()) + " -> " + text(signature.getOutputsMap())));
        return texts;
    }

    private static String text(Map<String, TensorInfo> tensors) {
        return new TreeMap<>(tensors)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + shape(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String shape(TensorInfo tensor) {
        return tensor.getTensorShape().getDimList().stream()
                .map(length -> length.getSize() < 0 ? "N" : String.valueOf(length.getSize()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
