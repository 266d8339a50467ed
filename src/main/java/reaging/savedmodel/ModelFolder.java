package reaging.savedmodel;

import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import reaging.runtime.OneDnn;

/**
 * The content of a SavedModel folder apart from the variables, read without running it.
 *
 * @param tensorflowVersion version of TensorFlow that wrote it; empty if unknown
 * @param objectBased whether it has an object graph, as TensorFlow 2 writes
 * @param signatures signatures by name
 * @param missingOps ops that it needs and this TensorFlow lacks
 * @param card its model card, if any
 */
public record ModelFolder(
        String tensorflowVersion,
        boolean objectBased,
        Map<String, SignatureDef> signatures,
        Set<String> missingOps,
        Optional<ModelCard> card) {
    private static final String TEXT = ".pbtxt";

    /** Reads the description of a SavedModel. */
    public static ModelFolder read(Path folder) {
        var file = requireModel(folder);
        try {
            var meta = served(parsed(file));
            return new ModelFolder(
                    meta.getMetaInfoDef().getTensorflowVersion(),
                    meta.getObjectGraphDef().getNodesCount() > 0,
                    signatures(meta),
                    missingOps(meta),
                    ModelCard.read(folder));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new UncheckedIOException(
                    "cannot read " + file + " as a SavedModel; it is damaged: export it again",
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Returns the graph for serving, or else the first. */
    private static MetaGraphDef served(SavedModel model) {
        return model.getMetaGraphsList().stream()
                .filter(graph -> graph.getMetaInfoDef().getTagsList().contains(Contract.TAG))
                .findFirst()
                .orElseGet(() -> model.getMetaGraphs(0));
    }

    private static SavedModel parsed(Path file) throws IOException {
        if (!file.toString().endsWith(TEXT)) {
            return SavedModel.parseFrom(Files.readAllBytes(file));
        }
        var model = SavedModel.newBuilder();
        TextFormat.merge(Files.readString(file), model);
        return model.build();
    }

    /** Rejects a model without a graph for serving; a model that cannot be read passes. */
    static void requireServed(Path folder) {
        try {
            var tags = parsed(requireModel(folder)).getMetaGraphsList().stream()
                    .map(graph -> List.copyOf(graph.getMetaInfoDef().getTagsList()))
                    .toList();
            if (!tags.contains(List.of(Contract.TAG))) {
                throw new IllegalArgumentException("a model must have a graph whose only tag is " + Contract.TAG
                        + " but the tags in " + folder + " are " + tags + "; export it for serving");
            }
        } catch (IOException e) {
            return; // TensorFlow has reported why
        }
    }

    /** Returns the file that makes a folder a SavedModel. */
    static Path requireModel(Path folder) {
        return Stream.of("saved_model.pb", "saved_model" + TEXT)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a model must be a SavedModel folder but " + folder + " " + OtherForm.text(folder)));
    }

    /** Whether a folder is a SavedModel. */
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve("saved_model.pb"))
                || Files.isRegularFile(folder.resolve("saved_model" + TEXT));
    }

    /** Returns the prefix of the variables' files. */
    public static String variables(Path folder) {
        return folder.resolve("variables").resolve("variables").toString();
    }

    /** Returns the callable signatures of a graph by name. */
    static Map<String, SignatureDef> signatures(MetaGraphDef meta) {
        Map<String, SignatureDef> signatures = new TreeMap<>(meta.getSignatureDefMap());
        signatures.remove("__saved_model_init_op"); // a marker for Python's loader, not callable
        return signatures;
    }

    private static Set<String> missingOps(MetaGraphDef meta) {
        Set<String> ops = new TreeSet<>();
        var functions = meta.getGraphDef().getLibrary().getFunctionList();
        Stream.concat(
                        meta.getGraphDef().getNodeList().stream(),
                        functions.stream().flatMap(function -> function.getNodeDefList().stream()))
                .map(NodeDef::getOp)
                .forEach(ops::add);
        // A call may name its function instead of an op.
        functions.forEach(function -> ops.remove(function.getSignature().getName()));
        OneDnn.choose();
        TensorFlow.registeredOpList().getOpList().stream().map(OpDef::getName).forEach(ops::remove);
        return ops;
    }
}
