package reaging.savedmodel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SavedObjectGraphOuterClass.FunctionSpec;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedBareConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedUserObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedVariable;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.VersionDef;
import reaging.runtime.Variable;

/**
 * The objects of a SavedModel that Python sees: variables along their names' paths, the lists {@code variables} and
 * {@code trainable_variables}, callable functions, and {@code signatures}.
 */
final class SavedObjects {
    private static final VersionDef FIRST_VERSION =
            VersionDef.newBuilder().setProducer(1).setMinConsumer(1).build();
    private static final StructuredValue NOTHING = Structures.texts(List.of());

    private final ObjectGraph objects = new ObjectGraph();
    private final Map<Integer, SavedObject.Builder> kinds = new TreeMap<>();
    private final SavedObjectGraph.Builder graph = SavedObjectGraph.newBuilder();
    private final List<Integer> variableNodes;

    SavedObjects(Collection<Variable> variables, Collection<ServedFunction> functions) {
        variableNodes =
                variables.stream().map(variable -> objects.add(variable.name())).toList();
        variables.forEach(this::addVariable);
        kinds.put(objects.node("variables"), userObject("trackable_list_wrapper"));
        kinds.put(objects.node("trainable_variables"), userObject("trackable_list_wrapper"));
        functions.forEach(this::addCallable);
        kinds.put(objects.node("signatures"), userObject("signature_map"));
        functions.forEach(this::addSignature);
    }

    /** Returns the objects without their types, for the checkpoint of the variables. */
    ObjectGraph objects() {
        return objects;
    }

    SavedObjectGraph toProto() {
        for (int node = 0; node < objects.size(); node++) {
            var object = kinds.getOrDefault(node, userObject("_generic_user_object"));
            objects.children(node)
                    .forEach((name, child) ->
                            object.addChildrenBuilder().setLocalName(name).setNodeId(child));
            graph.addNodes(object);
        }
        return graph.build();
    }

    private void addVariable(Variable variable) {
        int node = objects.node(variable.name());
        boolean trained = variable.kind() == Variable.Kind.TRAINED;
        kinds.put(
                node,
                SavedObject.newBuilder()
                        .setVariable(SavedVariable.newBuilder()
                                .setDtype(DataType.DT_FLOAT)
                                .setShape(Structures.shape(variable.shape()))
                                .setTrainable(trained)
                                .setName(variable.name())));
        append("variables", node);
        if (trained) {
            append("trainable_variables", node);
        }
    }

    private void append(String list, int node) {
        int length = objects.children(objects.node(list)).size();
        objects.link(list, String.valueOf(length), node);
    }

    private void addCallable(ServedFunction served) {
        var source = served.source();
        String name = served.callableName();
        List<StructuredValue> specs = source.inputs().entrySet().stream()
                .map(input -> Structures.spec(input.getKey(), input.getValue()))
                .toList();
        var function = SavedFunction.newBuilder()
                .addConcreteFunctions(name)
                .setFunctionSpec(FunctionSpec.newBuilder()
                        .setFullargspec(Structures.arguments(
                                Structures.texts(source.inputs().keySet()), NOTHING))
                        .setInputSignature(Structures.tuple(specs)));
        kinds.put(objects.node(name), SavedObject.newBuilder().setFunction(function));
        addFunction(
                name,
                Structures.tuple(Structures.tuple(specs), Structures.dictionary(Map.of())),
                Structures.spec(source.output(), source.result()));
    }

    private void addSignature(ServedFunction served) {
        var source = served.source();
        String name = served.signatureName();
        var function = SavedBareConcreteFunction.newBuilder()
                .setConcreteFunctionName(name)
                .addAllArgumentKeywords(source.inputs().keySet())
                .setAllowedPositionalArguments(source.inputs().size())
                .setFunctionSpec(FunctionSpec.newBuilder()
                        .setFullargspec(Structures.arguments(
                                NOTHING, Structures.texts(source.inputs().keySet())))
                        .setInputSignature(Structures.NONE));
        kinds.put(
                objects.node("signatures/" + source.signature()),
                SavedObject.newBuilder().setBareConcreteFunction(function));
        Map<String, StructuredValue> specs = new TreeMap<>();
        source.inputs().forEach((input, operand) -> specs.put(input, Structures.spec(input, operand)));
        addFunction(
                name,
                Structures.tuple(Structures.tuple(), Structures.dictionary(specs)),
                Structures.dictionary(Map.of(source.output(), Structures.spec(source.output(), source.result()))));
    }

    private void addFunction(String name, StructuredValue takes, StructuredValue gives) {
        graph.putConcreteFunctions(
                name,
                SavedConcreteFunction.newBuilder()
                        .addAllBoundInputs(variableNodes)
                        .setCanonicalizedInputSignature(takes)
                        .setOutputSignature(gives)
                        .build());
    }

    private static SavedObject.Builder userObject(String identifier) {
        return SavedObject.newBuilder()
                .setUserObject(
                        SavedUserObject.newBuilder().setIdentifier(identifier).setVersion(FIRST_VERSION));
    }
}
