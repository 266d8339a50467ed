package reaging.savedmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Restores the names of a graph's functions. TensorFlow Java appends random letters to a given name; without them every export
 * of a model gives the same file, and Python's messages show familiar names.
 */
final class FunctionNames {
    /** The prefix that TensorFlow Java writes before the given name in a function's description. */
    private static final String GIVEN = "Method ";

    private final Map<String, String> given = new HashMap<>();

    private FunctionNames(GraphDef graph) {
        for (var function : graph.getLibrary().getFunctionList()) {
            var signature = function.getSignature();
            var name = signature.getDescription().substring(GIVEN.length());
            if (given.containsValue(name)) {
                throw new IllegalStateException(
                        "functions of a graph must have distinct names but two are named " + name);
            }
            given.put(signature.getName(), name);
        }
    }

    /** Returns the graph with the given names of its functions. */
    static GraphDef restored(GraphDef graph) {
        var names = new FunctionNames(graph);
        var renamed = graph.toBuilder();
        renamed.getNodeBuilderList().forEach(names::rename);
        renamed.getLibraryBuilder().getFunctionBuilderList().forEach(names::rename);
        sort(renamed.getLibraryBuilder());
        return renamed.build();
    }

    /** Sorts the functions, since TensorFlow lists them in hash table order, which may differ between graphs. */
    private static void sort(FunctionDefLibrary.Builder library) {
        var sorted = new ArrayList<>(library.getFunctionList());
        sorted.sort(Comparator.comparing(function -> function.getSignature().getName()));
        library.clearFunction().addAllFunction(sorted);
    }

    private void rename(FunctionDef.Builder function) {
        var signature = function.getSignatureBuilder();
        signature.setName(given.get(signature.getName()));
        function.getNodeDefBuilderList().forEach(this::rename);
    }

    private void rename(NodeDef.Builder node) {
        node.getAttrMap().forEach((name, value) -> {
            if (value.hasFunc()) {
                var renamed = value.getFunc().toBuilder()
                        .setName(given.get(value.getFunc().getName()));
                node.putAttr(name, AttrValue.newBuilder().setFunc(renamed).build());
            }
        });
    }
}
