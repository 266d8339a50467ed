package reaging.savedmodel;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.proto.SavedModel;
import reaging.files.NewFolder;
import reaging.run.Checkpoints;
import reaging.runtime.Graphs;

/**
 * Writes the averaged generator of a checkpoint as a SavedModel with the signatures of the {@link Contract}. The graph is
 * rebuilt for inference only: it contains nothing from training.
 */
public final class Exporter {
    private Exporter() {}

    /**
     * Exports a checkpoint. The folder appears once the model in it is complete; an existing one is then replaced.
     *
     * @param card model card, whose configuration defines the networks to build; its correction of the ages is applied
     * @param folder folder of the new SavedModel
     */
    public static void export(Checkpoints.Checkpoint checkpoint, ModelCard card, Path folder) {
        NewFolder.replace(folder, beside -> {
            Files.createDirectories(beside.resolve("variables"));
            write(checkpoint, card, beside);
            card.write(beside);
            return beside;
        });
    }

    private static void write(Checkpoints.Checkpoint checkpoint, ModelCard card, Path folder) throws IOException {
        try (var inference = Graphs.open();
                var graph = Graphs.open()) {
            var source = InferenceGraph.build(inference, card.config().model());
            var variables = source.weights().all();
            List<ServedFunction> functions = new ArrayList<>();
            try {
                source.functions().forEach(each -> functions.add(ServedFunction.of(inference, each, variables)));
                var objects = new SavedObjects(variables, functions);
                var served = ServedGraph.build(graph, variables, functions, objects.objects());
                var meta = served.metaGraph().setObjectGraphDef(objects.toProto());
                // Afterwards: ops that read the checkpoint are not part of the model.
                served.transfer(checkpoint.variables(), Exporter::averagedName, card.ages(), folder);
                var model =
                        SavedModel.newBuilder().setSavedModelSchemaVersion(1).addMetaGraphs(meta);
                write(model.build(), folder.resolve("saved_model.pb"));
            } finally {
                functions.forEach(ServedFunction::close);
            }
        }
    }

    /** Writes maps in the order of their keys, so that the same model gives the same file. */
    private static void write(SavedModel model, Path file) throws IOException {
        try (var stream = Files.newOutputStream(file)) {
            var coded = CodedOutputStream.newInstance(stream);
            coded.useDeterministicSerialization();
            model.writeTo(coded);
            coded.flush();
        }
    }

    /** Returns the training's name of a variable: the exported generator is the averaged one. */
    private static String averagedName(String name) {
        return name.replaceFirst("^generator/", "generator_ema/");
    }
}
