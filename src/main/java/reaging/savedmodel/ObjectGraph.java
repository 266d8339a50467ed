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
public final class ObjectGraph {
    /** The key of the graph itself in a checkpoint. */
    public static final String KEY = "_CHECKPOINTABLE_OBJECT_GRAPH";

    private static final String VALUE = "/.ATTRIBUTES/VARIABLE_VALUE";

    private final List<Map<String, Integer>> children = new ArrayList<>();
    private final Map<Integer, String> leaves = new TreeMap<>();
    private final Map<String, Integer> nodes = new LinkedHashMap<>();

    public ObjectGraph() {
        children.add(new LinkedHashMap<>());
    }

    /** The node of a slash-separated path; it and those on the way are added where they are missing. */
    public int node(String path) {
        int node = 0;
        for (var name : path.split("/", -1)) {
            node = child(node, name);
        }
        return node;
    }

    /** Adds the variable of a slash-separated path; returns its node. */
    public int add(String path) {
        int node = node(path);
        leaves.put(node, path);
        nodes.put(path, node);
        return node;
    }

    /** Gives a node a further parent. */
    public void link(String parent, String name, int node) {
        children.get(node(parent)).put(name, node);
    }

    private int child(int parent, String name) {
        return children.get(parent).computeIfAbsent(name, absent -> {
            children.add(new LinkedHashMap<>());
            return children.size() - 1;
        });
    }

    /** The number of nodes. */
    int size() {
        return children.size();
    }

    /** The children of a node by name. */
    public Map<String, Integer> children(int node) {
        return children.get(node);
    }

    /** Nodes of the variables by path, in the order in which they were added. */
    Map<String, Integer> leaves() {
        return nodes;
    }

    /** The key under which a checkpoint holds the variable of a path. */
    public static String key(String path) {
        return path + VALUE;
    }

    /** The path of a variable's key; what is no such key stays as it is. */
    public static String path(String key) {
        return key.endsWith(VALUE) ? key.substring(0, key.length() - VALUE.length()) : key;
    }

    /** The graph as a checkpoint holds it. */
    public TrackableObjectGraph toProto() {
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
