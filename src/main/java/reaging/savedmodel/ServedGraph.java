package reaging.savedmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TString;
import reaging.model.AgeMix;
import reaging.runtime.Variable;
import reaging.runtime.VariableFile;

/**
 * The graph that serves a SavedModel: the variables, one call for each signature, and ops that save and restore.
 *
 * @param variables variables of this graph
 * @param signatures signatures by name
 * @param file writes and reads the variables under their keys of the object graph
 * @param saved path of that file once it is written
 */
record ServedGraph(
        Graph graph,
        List<Variable> variables,
        Map<String, SignatureDef> signatures,
        VariableFile file,
        Operand<TString> saved) {

    static ServedGraph build(
            Graph graph, Collection<Variable> variables, List<ServedFunction> functions, ObjectGraph objects) {
        Ops tf = Ops.create(graph);
        var declared = ServedFunction.declare(graph, variables);
        Map<String, SignatureDef> signatures = new LinkedHashMap<>();
        for (var function : functions) {
            var source = function.source();
            var inputs = ServedFunction.placeholders(tf, source, source.signature() + "_");
            var result = function.call(tf, inputs.values(), declared);
            signatures.put(source.signature(), signature(source, inputs, result));
        }
        var structure = tf.constantOf(
                TString.tensorOfBytes(NdArrays.scalarOfObject(objects.toProto().toByteArray())));
        var file = VariableFile.of(tf, declared, ObjectGraph::key, Map.of(ObjectGraph.KEY, structure));
        Operand<TString> saved = tf.withControlDependencies(file.save()).identity(file.path());
        return new ServedGraph(graph, declared, signatures, file, saved);
    }

    /** Describes a signature with the shapes of its function, since call ops have none. */
    private static SignatureDef signature(
            InferenceGraph.Function source, Map<String, Operand<?>> inputs, Operand<?> result) {
        var signature = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
        inputs.forEach((name, input) -> signature.putInputs(name, info(input, input)));
        return signature
                .putOutputs(source.output(), info(result, source.result()))
                .build();
    }

    private static TensorInfo info(Operand<?> operand, Operand<?> shape) {
        return TensorInfo.newBuilder()
                .setName(name(operand))
                .setDtype(operand.asOutput().dataType())
                .setTensorShape(Structures.shape(shape.shape()))
                .build();
    }

    private static String name(Operand<?> operand) {
        return operand.asOutput().op().name() + ":" + operand.asOutput().index();
    }

    /**
     * Reads the variables from a checkpoint and writes them in the form that a SavedModel stores.
     *
     * @param checkpoint prefix of the checkpoint's files
     * @param nameInCheckpoint returns the checkpoint's name of a variable
     * @param ages correction to apply
     * @param folder folder of the SavedModel
     */
    void transfer(String checkpoint, UnaryOperator<String> nameInCheckpoint, AgeMix ages, Path folder)
            throws IOException {
        Ops tf = Ops.create(graph);
        var source = VariableFile.of(tf, variables, nameInCheckpoint);
        var correction = ages.apply(tf, variables);
        try (var session = new Session(graph)) {
            source.restore(session, checkpoint);
            session.run(correction);
            file.save(session, folder.resolve("variables").resolve("variables").toString());
        }
    }

    /** Returns the graph in the form that a SavedModel stores. */
    MetaGraphDef.Builder metaGraph() {
        var saver = SaverDef.newBuilder()
                .setVersion(SaverDef.CheckpointFormatVersion.V2)
                .setFilenameTensorName(name(file.path()))
                .setSaveTensorName(name(saved))
                .setRestoreOpName(file.restore().op().name());
        return MetaGraphDef.newBuilder()
                .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder()
                        .addTags(Contract.TAG)
                        .setTensorflowVersion(TensorFlow.version()))
                .setGraphDef(FunctionNames.restored(graph.toGraphDef()))
                .setSaverDef(saver)
                .putAllSignatureDef(signatures);
    }
}
