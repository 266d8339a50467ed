package reaging.savedmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import reaging.nn.VariableFile;
import reaging.training.Checkpoints;

/**
 * Writes the averaged generator of a checkpoint as a SavedModel with the signatures of the {@link Contract}. The graph is
 * built anew, for inference only: nothing of the training is in it.
 */
public final class Exporter {
    private Exporter() {}

    /**
     * Exports a checkpoint. The folder appears once the model in it is whole; one that was there is replaced then.
     *
     * @param card its configuration says which networks to build
     * @param folder of the new SavedModel
     */
    public static void export(Checkpoints.Checkpoint checkpoint, ModelCard card, Path folder) {
        var beside = folder.resolveSibling(folder.getFileName() + ".part");
        try {
            Checkpoints.delete(beside);
            Files.createDirectories(beside.resolve("variables"));
            write(checkpoint, card, beside);
            card.write(beside);
            Checkpoints.delete(folder);
            Files.move(beside, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the SavedModel " + folder, e);
        }
    }

    private static void write(Checkpoints.Checkpoint checkpoint, ModelCard card, Path folder) throws IOException {
        try (var graph = new Graph()) {
            var inference = InferenceGraph.build(graph, card.config().model());
            var variables = inference.weights().all();
            Ops tf = Ops.create(graph);
            var averaged = VariableFile.of(tf, variables, Exporter::averagedName);
            var plain = VariableFile.of(tf, variables);
            var path = plain.path();
            Operand<TString> saved = tf.withControlDependencies(plain.save()).identity(path);
            try (var session = new Session(graph)) {
                averaged.restore(session, checkpoint.variables());
                plain.save(
                        session,
                        folder.resolve("variables").resolve("variables").toString());
            }
            var saver = SaverDef.newBuilder()
                    .setVersion(SaverDef.CheckpointFormatVersion.V2)
                    .setFilenameTensorName(name(path))
                    .setSaveTensorName(name(saved))
                    .setRestoreOpName(plain.restore().op().name());
            var meta = MetaGraphDef.newBuilder()
                    .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder()
                            .addTags(Contract.TAG)
                            .setTensorflowVersion(TensorFlow.version()))
                    .setGraphDef(graph.toGraphDef())
                    .setSaverDef(saver);
            inference.signatures().forEach((name, ops) -> meta.putSignatureDef(name, signature(ops)));
            var model = SavedModel.newBuilder()
                    .setSavedModelSchemaVersion(1)
                    .addMetaGraphs(meta)
                    .build();
            Files.write(folder.resolve("saved_model.pb"), model.toByteArray());
        }
    }

    /** Training keeps the average beside the generator; the exported generator is the average. */
    private static String averagedName(String name) {
        return name.replaceFirst("^generator/", "generator_ema/");
    }

    private static SignatureDef signature(InferenceGraph.SignatureOps ops) {
        var signature = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
        infos(ops.inputs()).forEach(signature::putInputs);
        infos(ops.outputs()).forEach(signature::putOutputs);
        return signature.build();
    }

    private static Map<String, TensorInfo> infos(Map<String, Operand<TFloat32>> operands) {
        Map<String, TensorInfo> infos = new java.util.TreeMap<>();
        operands.forEach((name, operand) -> infos.put(name, info(operand)));
        return infos;
    }

    private static TensorInfo info(Operand<TFloat32> operand) {
        var shape = TensorShapeProto.newBuilder();
        for (long length : operand.shape().asArray()) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(length));
        }
        return TensorInfo.newBuilder()
                .setName(name(operand))
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(shape)
                .build();
    }

    private static String name(Operand<?> operand) {
        return operand.asOutput().op().name() + ":" + operand.asOutput().index();
    }
}
