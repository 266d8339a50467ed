package reaging.savedmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;

/**
 * TensorFlow 2's object graph: nodes with named children, node 0 being the root; leaves are variables. Checkpoints of
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

    /** Returns the node of a slash-separated path; missing nodes on the path are added. */
    public int node(String path) {
        int node = 0;
        for (var name : path.split("/", -1)) {
            node = child(node, name);
        }
        return node;
    }

    /** Adds the variable of a slash-separated path and returns its node. */
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

    /** Returns the number of nodes. */
    int size() {
        return children.size();
    }

    /** Returns the children of a node by name. */
    public Map<String, Integer> children(int node) {
        return children.get(node);
    }

    /** Returns the nodes of the variables by path, in the order in which they were added. */
    Map<String, Integer> leaves() {
        return nodes;
    }

    /** Returns the key under which a checkpoint stores the variable of a path. */
    public static String key(String path) {
        return path + VALUE;
    }

    /** Returns the path of a variable's key; other keys are returned unchanged. */
    public static String path(String key) {
        return key.endsWith(VALUE) ? key.substring(0, key.length() - VALUE.length()) : key;
    }

    /** Returns the graph in the form that a checkpoint stores. */
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
