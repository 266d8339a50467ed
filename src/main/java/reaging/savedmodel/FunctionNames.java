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
 * The names of a graph's functions. TensorFlow Java appends random letters to the name that it is given; without them the
 * same model is the same file whenever it is exported, and Python's messages show names that a reader knows.
 */
final class FunctionNames {
    /** What TensorFlow Java writes before the given name in a function's description. */
    private static final String GIVEN = "Method ";

    private final Map<String, String> given = new HashMap<>();

    private FunctionNames(GraphDef graph) {
        for (var function : graph.getLibrary().getFunctionList()) {
            var signature = function.getSignature();
            var name = signature.getDescription().substring(GIVEN.length());
            if (given.containsValue(name)) {
                throw new IllegalStateException("functions of a graph must have different names but two are " + name);
            }
            given.put(signature.getName(), name);
        }
    }

    /** The graph with the names that its functions were given. */
    static GraphDef restored(GraphDef graph) {
        var names = new FunctionNames(graph);
        var renamed = graph.toBuilder();
        renamed.getNodeBuilderList().forEach(names::rename);
        renamed.getLibraryBuilder().getFunctionBuilderList().forEach(names::rename);
        sort(renamed.getLibraryBuilder());
        return renamed.build();
    }

    /** TensorFlow lists the functions in the order of a hash table, which may change from one graph to the next. */
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
