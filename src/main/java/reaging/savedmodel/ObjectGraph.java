package reaging.savedmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;

/**
 * TensorFlow 2's object graph: nodes that know their children by name, node 0 the root; leaves are variables. Checkpoints of
 * {@code tf.train.Checkpoint} and the variables of SavedModels are stored by their path through it.
 */
final class ObjectGraph {
    /** The key of the graph itself in a checkpoint. */
    static final String KEY = "_CHECKPOINTABLE_OBJECT_GRAPH";

    private static final String VALUE = "/.ATTRIBUTES/VARIABLE_VALUE";

    private final List<Map<String, Integer>> children = new ArrayList<>();
    private final Map<Integer, String> leaves = new TreeMap<>();
    private final Map<String, Integer> nodes = new LinkedHashMap<>();

    ObjectGraph() {
        children.add(new LinkedHashMap<>());
    }

    /** Adds the leaf of a slash-separated path, with the objects on the way; returns its node. */
    int add(String path) {
        int node = 0;
        for (var name : path.split("/", -1)) {
            node = child(node, name);
        }
        leaves.put(node, path);
        nodes.put(path, node);
        return node;
    }

    private int child(int parent, String name) {
        return children.get(parent).computeIfAbsent(name, absent -> {
            children.add(new LinkedHashMap<>());
            return children.size() - 1;
        });
    }

    /** The number of nodes; new ones are appended. */
    int size() {
        return children.size();
    }

    /** The children of a node by name. */
    Map<String, Integer> children(int node) {
        return children.get(node);
    }

    /** Nodes of the leaves by path, in the order in which they were added. */
    Map<String, Integer> leaves() {
        return nodes;
    }

    /** The key under which a checkpoint holds the leaf of a path. */
    static String key(String path) {
        return path + VALUE;
    }

    /** The graph as a checkpoint holds it. */
    TrackableObjectGraph toProto() {
        var graph = TrackableObjectGraph.newBuilder();
        for (int i = 0; i < children.size(); i++) {
            var node = TrackableObject.newBuilder();
            children.get(i)
                    .forEach((name, child) ->
                            node.addChildrenBuilder().setLocalName(name).setNodeId(child));
            var path = leaves.get(i);
            if (path != null) {
                node.addAttributesBuilder()
                        .setName("VARIABLE_VALUE")
                        .setFullName(path)
                        .setCheckpointKey(key(path));
            }
            graph.addNodes(node);
        }
        return graph.build();
    }
}
