package reaging.app.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.model.Upsampling;
import reaging.runtime.TensorSpec;
import reaging.savedmodel.SignatureText;
import reaging.weights.Contents;

/** Shows the contents of a SavedModel, a checkpoint, a weights file or a run. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the contents of a SavedModel, a TensorFlow checkpoint, a Keras .weights.h5 file or a run: format,",
            "signatures, variables, matching preset, model card. Python is not needed."
        },
        footer = {
            "",
            "Examples:",
            "  ragan inspect runs/00000-synthetic-tiny-64/savedmodel",
            "  ragan inspect keras/checkpoints/ckpt-1",
            "  ragan inspect generator.weights.h5 --json"
        })
public final class InspectCommand implements Callable<Integer> {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A SavedModel, a checkpoint (folder, prefix or .index file), a .weights.h5 file, a folder of such"
                            + " files, or a run.")
    private Path path;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        var contents = Contents.read(path);
        if (json) {
            System.out.println(JSON.toJson(object(contents)));
        } else {
            print(contents);
        }
        return 0;
    }

    private static JsonObject object(Contents contents) {
        var object = new JsonObject();
        object.addProperty("format", contents.format().text());
        object.addProperty("tensorflowVersion", contents.tensorflowVersion());
        object.addProperty("preset", contents.preset().orElse(null));
        object.addProperty(
                "upsampling", contents.upsampling().map(Upsampling::toString).orElse(null));
        object.addProperty("attention", contents.attention());
        object.addProperty("step", contents.step().isPresent() ? contents.step().getAsLong() : null);
        object.add("parameters", JSON.toJsonTree(contents.parameters()));
        object.add("signatures", JSON.toJsonTree(SignatureText.of(contents.signatures())));
        object.add("signatureTensors", JSON.toJsonTree(SignatureText.tensors(contents.signatures())));
        object.add("missingOps", JSON.toJsonTree(contents.missingOps()));
        object.add("variables", JSON.toJsonTree(each(contents, TensorSpec::shapeText)));
        object.add("types", JSON.toJsonTree(each(contents, TensorSpec::typeName)));
        object.addProperty("values", contents.values());
        object.add("modelCard", JSON.toJsonTree(contents.card().orElse(null)));
        return object;
    }

    private static Map<String, String> each(Contents contents, Function<TensorSpec, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        contents.variables().forEach((name, spec) -> texts.put(name, text.apply(spec)));
        return texts;
    }

    private void print(Contents contents) {
        var version = contents.tensorflowVersion();
        System.out.printf(
                "%s: %s%s%n",
                path, contents.format().text(), version.isEmpty() ? "" : ", written by TensorFlow " + version);
        contents.step().ifPresent(step -> System.out.printf("%,d steps of training%n", step));
        if (!contents.missingOps().isEmpty()) {
            System.out.printf(
                    "it cannot run here: this TensorFlow lacks %s; its variables can be imported%n",
                    String.join(", ", contents.missingOps()));
        }
        if (!contents.signatures().isEmpty()) {
            System.out.println("\nsignatures (float32 unless stated)");
            SignatureText.of(contents.signatures())
                    .forEach((name, text) -> System.out.printf("  %-16s %s%n", name, text));
        }
        System.out.println("\nvariables");
        contents.variables().forEach((name, spec) -> System.out.printf("  %-64s %s%n", name, text(spec)));
        System.out.printf("  %d variables, %,d values%n", contents.variables().size(), contents.values());
        contents.parameters().forEach((network, count) -> System.out.printf("  %s: %,d parameters%n", network, count));
        System.out.printf(
                "  preset: %s%s%s%n",
                contents.preset().orElse("none fits"),
                contents.upsampling().map(how -> ", " + how + " upsampling").orElse(""),
                contents.attention() ? ", attention" : "");
        System.out.printf(
                "%nmodel card%n%s%n", contents.card().map(JSON::toJson).orElse("  none"));
    }

    private static String text(TensorSpec spec) {
        return (spec.typeName().equals("float32") ? "" : spec.typeName() + " ") + spec.shapeText();
    }
}
