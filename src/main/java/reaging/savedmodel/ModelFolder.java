package reaging.savedmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * What lies in a SavedModel folder, read without running it.
 *
 * @param tensorflowVersion that wrote it; empty where it does not say
 * @param signatures by name
 * @param variables shape by name
 * @param card if there is one
 */
public record ModelFolder(
        String tensorflowVersion,
        Map<String, SignatureDef> signatures,
        Map<String, String> variables,
        Optional<ModelCard> card) {

    /** Reads the description of a SavedModel. */
    public static ModelFolder read(Path folder) {
        var file = requireModel(folder);
        try {
            var meta = SavedModel.parseFrom(Files.readAllBytes(file)).getMetaGraphs(0);
            return new ModelFolder(
                    meta.getMetaInfoDef().getTensorflowVersion(),
                    new TreeMap<>(meta.getSignatureDefMap()),
                    variables(meta),
                    ModelCard.read(folder));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new UncheckedIOException(
                    "cannot read " + file + " as a SavedModel; it is damaged: export it again",
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** The file that makes a folder a SavedModel. */
    static Path requireModel(Path folder) {
        var file = folder.resolve("saved_model.pb");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("a model must be a SavedModel folder but " + folder
                    + " holds no saved_model.pb; name one, such as runs/00000-synthetic-tiny-64/savedmodel");
        }
        return file;
    }

    private static Map<String, String> variables(MetaGraphDef meta) {
        Map<String, String> shapes = new TreeMap<>();
        for (var node : meta.getGraphDef().getNodeList()) {
            if (node.getOp().equals("VarHandleOp")) {
                shapes.put(node.getName(), text(node.getAttrOrThrow("shape").getShape()));
            }
        }
        return shapes;
    }

    private static String text(TensorShapeProto shape) {
        return Arrays.toString(shape.getDimList().stream()
                .mapToLong(TensorShapeProto.Dim::getSize)
                .toArray());
    }

    /** The number of values in all variables. */
    public long values() {
        return variables.values().stream().mapToLong(ModelFolder::product).sum();
    }

    private static long product(String shape) {
        var lengths = shape.substring(1, shape.length() - 1);
        return lengths.isEmpty()
                ? 1
                : Arrays.stream(lengths.split(", ")).mapToLong(Long::parseLong).reduce(1, (a, b) -> a * b);
    }
}
