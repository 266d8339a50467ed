package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.weights.Contents.Format.KERAS_H5;
import static reaging.weights.Contents.Format.NAME_BASED_CHECKPOINT;
import static reaging.weights.Contents.Format.OBJECT_BASED_CHECKPOINT;
import static reaging.weights.Contents.Format.OBJECT_BASED_SAVED_MODEL;
import static reaging.weights.Contents.Format.RUN;
import static reaging.weights.Contents.Format.SESSION_STYLE_SAVED_MODEL;
import static reaging.weights.Ramps.CONFIG;
import static reaging.weights.Ramps.MODEL;
import static reaging.weights.Ramps.STEP;

import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;

class ContentsTest {
    private static final Map<String, Long> ALL_PARAMETERS =
            Map.of("generator", 148_451L, "generator_ema", 148_451L, "discriminator", 105_618L);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void unpack() {
        Ramps.unpack(folder);
    }

    private static Contents read(String path) {
        return Contents.read(folder.resolve(path));
    }

    /** A SavedModel of this project behind a graph for training. */
    private static SavedModel behindAnother() throws IOException {
        var proto = SavedModel.parseFrom(Files.readAllBytes(Path.of("savedmodels/synthetic-tiny/saved_model.pb")));
        var training = MetaGraphDef.newBuilder()
                .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("train"))
                .putSignatureDef("learn", SignatureDef.getDefaultInstance());
        return SavedModel.newBuilder()
                .addMetaGraphs(training)
                .addAllMetaGraphs(proto.getMetaGraphsList())
                .build();
    }

    @Test
    void servedGraphIsShownWhereAnotherStandsFirst() throws IOException {
        var model = Files.createDirectories(folder.resolve("two graphs"));
        Files.write(model.resolve("saved_model.pb"), behindAnother().toByteArray());
        var contents = Contents.read(model);
        assertTrue(contents.signatures().containsKey("serving_default"), contents.signatures()::toString);
        assertEquals(OBJECT_BASED_SAVED_MODEL, contents.format());
    }

    @Test
    void modelAsTextIsReadAsWell() throws IOException {
        var model = Files.createDirectories(folder.resolve("text"));
        Files.writeString(
                model.resolve("saved_model.pbtxt"), TextFormat.printer().printToString(behindAnother()));
        assertTrue(Contents.read(model).signatures().containsKey("serving_default"));
    }

    @Test
    void checkpointOfPythonIsExplained() {
        var contents = read("checkpoint");
        assertEquals(OBJECT_BASED_CHECKPOINT, contents.format());
        assertEquals(Optional.of("tiny-32"), contents.preset());
        assertEquals(OptionalLong.of(STEP), contents.step());
        assertEquals(ALL_PARAMETERS, contents.parameters());
        var names = contents.variables().keySet();
        assertTrue(names.containsAll(Ramps.training(MODEL).keySet()), names::toString);
        assertEquals(
                DataType.DT_INT64,
                contents.variables().get("generator_optimizer/_iterations").type());
    }

    @Test
    void savedModelOfPythonHasItsVersionAndSignatureOfStrings() {
        var contents = read("module");
        assertEquals(OBJECT_BASED_SAVED_MODEL, contents.format());
        assertTrue(contents.tensorflowVersion().startsWith("2."), contents.tensorflowVersion());
        assertEquals(Set.of("serving_default"), contents.signatures().keySet());
        assertEquals(
                DataType.DT_STRING,
                contents.signatures()
                        .get("serving_default")
                        .getInputsOrThrow("text")
                        .getDtype());
        assertEquals(Optional.of("tiny-32"), contents.preset());
        assertEquals(148_451 + 2 * 3 * 2 * 16, contents.values());
    }

    @Test
    void exportOfKerasIsRecognisedByItsLists() {
        var contents = read("archive");
        assertEquals(OBJECT_BASED_SAVED_MODEL, contents.format());
        assertEquals(Optional.of("tiny-32"), contents.preset());
        assertEquals(
                Shape.of(3, 3, 3, 8),
                contents.variables()
                        .get("generator/identity_encoder/from_rgb/kernel")
                        .shape());
    }

    @Test
    void kerasFilesAreExplained() {
        assertEquals(KERAS_H5, read("h5/discriminator.weights.h5").format());
        assertEquals(Optional.of("tiny-32"), read("h5/discriminator.weights.h5").preset());
        assertEquals(ALL_PARAMETERS, read("h5").parameters());
    }

    @Test
    void runAndItsCheckpointAreExplained() throws IOException {
        var run = Ramps.run(folder.resolve("run"), CONFIG, STEP);
        var contents = read("run");
        assertEquals(RUN, contents.format());
        assertEquals(OptionalLong.of(STEP), contents.step());
        assertEquals(ALL_PARAMETERS, contents.parameters());
        var checkpoint = Contents.read(Ramps.checkpoint(run).path());
        assertEquals(NAME_BASED_CHECKPOINT, checkpoint.format());
        assertEquals(Ramps.training(MODEL).keySet(), checkpoint.variables().keySet());
    }

    @Test
    void strangersAreExplainedWithoutPreset() {
        Ramps.save(folder.resolve("strange"), Map.of("w", Shape.of(2, 3), "b", Shape.scalar()));
        var contents = read("strange");
        assertEquals(NAME_BASED_CHECKPOINT, contents.format());
        assertEquals(Optional.empty(), contents.preset());
        assertEquals(7, contents.values());
        assertEquals(Map.of(), contents.parameters());
    }

    @Test
    void sessionStyleSavedModelWithoutVariablesIsExplained() throws IOException {
        var model = Files.createDirectory(folder.resolve("bare"));
        write(model, MetaGraphDef.newBuilder());
        var contents = Contents.read(model);
        assertEquals(SESSION_STYLE_SAVED_MODEL, contents.format());
        assertEquals(0, contents.values());
        assertEquals(Optional.empty(), contents.card());
    }

    @Test
    void opsOfANewerTensorFlowAreNamedAndDoNotKeepTheWeights() throws IOException {
        var newer = folder.resolve("newer");
        Files.createDirectories(newer.resolve("variables"));
        Ramps.saveObjects(newer.resolve("variables/variables"), Ramps.generator(MODEL));
        var graph = MetaGraphDef.newBuilder();
        graph.getGraphDefBuilder().addNode(NodeDef.newBuilder().setOp("OpOfTheFuture"));
        graph.getGraphDefBuilder().addNode(NodeDef.newBuilder().setOp("MatMul"));
        graph.getGraphDefBuilder()
                .getLibraryBuilder()
                .addFunction(
                        FunctionDef.newBuilder().addNodeDef(NodeDef.newBuilder().setOp("AnotherOne")));
        write(newer, graph);
        assertEquals(Set.of("AnotherOne", "OpOfTheFuture"), Contents.read(newer).missingOps());
        assertEquals("tiny-32", Importer.open(newer).preset());
    }

    private static void write(Path model, MetaGraphDef.Builder graph) throws IOException {
        Files.write(
                model.resolve("saved_model.pb"),
                SavedModel.newBuilder().addMetaGraphs(graph).build().toByteArray());
    }

    @Test
    void damagedModelIsRefused() throws IOException {
        var damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.write(damaged.resolve("saved_model.pb"), new byte[0]);
        var error = assertThrows(UncheckedIOException.class, () -> Contents.read(damaged));
        assertTrue(error.getMessage().contains("damaged"), error.getMessage());
    }
}
