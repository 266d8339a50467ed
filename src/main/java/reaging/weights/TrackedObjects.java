package reaging.weights;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;
import reaging.runtime.CheckpointReader;
import reaging.savedmodel.ObjectGraph;

/**
 * Reads the object graph of a checkpoint: which objects it contains, whatever their parents, and the key of each variable's value.
 * {@link ObjectGraph} is its counterpart for writing.
 */
final class TrackedObjects {
    private final List<TrackableObject> nodes;
    private final List<Map<String, Integer>> children;

    private TrackedObjects(List<TrackableObject> nodes) {
        this.nodes = nodes;
        children = nodes.stream().map(TrackedObjects::children).toList();
    }

    private static Map<String, Integer> children(TrackableObject node) {
        Map<String, Integer> children = new LinkedHashMap<>();
        node.getChildrenList().forEach(child -> children.put(child.getLocalName(), child.getNodeId()));
        return children;
    }

    /** Reads the graph of a checkpoint that has one. */
    static TrackedObjects read(CheckpointReader checkpoint) {
        try {
            return new TrackedObjects(TrackableObjectGraph.parseFrom(checkpoint.bytes(ObjectGraph.KEY))
                    .getNodesList());
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException("cannot read the object graph of a checkpoint; write it again", e);
        }
    }

    /** Returns all objects that have these children. */
    List<Integer> having(Collection<String> names) {
        return IntStream.range(0, nodes.size())
                .filter(node -> children.get(node).keySet().containsAll(names))
                .boxed()
                .toList();
    }

    /** Returns the names under which other objects refer to this one. */
    Set<String> names(int node) {
        Set<String> names = new TreeSet<>();
        for (var object : children) {
            object.forEach((name, child) -> {
                if (child == node) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    /** Returns the first object that another refers to by a name. */
    Optional<Integer> named(String name) {
        return children.stream()
                .map(object -> object.get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Returns an object's child. */
    Optional<Integer> child(int node, String name) {
        return Optional.ofNullable(children.get(node).get(name));
    }

    /** Returns the entries of a list in order. */
    List<Integer> entries(int list) {
        return IntStream.range(0, children.get(list).size())
                .mapToObj(i -> children.get(list).get(String.valueOf(i)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns the key of a variable's value; empty: the object is not a variable. */
    Optional<String> key(int node) {
        return nodes.get(node).getAttributesList().stream()
                .filter(attribute -> attribute.getName().equals("VARIABLE_VALUE"))
                .map(TrackableObject.SerializedTensor::getCheckpointKey)
                .findFirst();
    }

    /**
     * Returns the variables below an object by their paths, under this project's names.
     *
     * @param first children to visit first, so that a variable that is also in a list has its path through these
     */
    Map<String, Integer> variables(int top, List<String> first) {
        Map<String, Integer> variables = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(first);
        names.addAll(children.get(top).keySet());
        collect(top, "", names, new HashSet<>(), variables);
        return variables;
    }

    private void collect(int node, String path, Set<String> names, Set<Integer> seen, Map<String, Integer> variables) {
        for (var name : names) {
            var child = children.get(node).get(name);
            var known = KerasWeights.child(name);
            if (child != null && known.isPresent() && seen.add(child)) {
                if (key(child).isPresent()) {
                    variables.put(path + known.get(), child);
                }
                collect(child, path + known.get() + "/", children.get(child).keySet(), seen, variables);
            }
        }
    }
}
