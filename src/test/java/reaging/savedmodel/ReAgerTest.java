package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import reaging.Tensors;
import reaging.model.ModelConfig;

@Tag("slow")
class ReAgerTest {
    private static final BufferedImage FACE = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);

    @TempDir
    private static Path folder;

    /** A model of ours, changed. */
    private static Path model(Consumer<MetaGraphDef.Builder> change) throws IOException {
        var model = ExportedModel.in(folder, ModelConfig.preset("tiny-32"), 1);
        var file = model.resolve("saved_model.pb");
        var proto = SavedModel.parseFrom(Files.readAllBytes(file)).toBuilder();
        change.accept(proto.getMetaGraphsBuilder(0));
        Files.write(file, proto.build().toByteArray());
        return model;
    }

    @Test
    void modelOfAnotherContractIsRefusedWithTheSignaturesThatItHas() throws IOException {
        var foreign = model(meta -> meta.removeSignatureDef(Contract.REAGE));
        var error = assertThrows(IllegalArgumentException.class, () -> ReAger.load(foreign));
        assertTrue(
                error.getMessage()
                        .contains(
                                "has only decode, encode, encode_masked, lifespan, modulate, reage_masked, serving_bytes;"),
                error.getMessage());
    }

    @Test
    void oneOfSeveralOutputsIsTakenByItsName() throws IOException {
        var whole = ExportedModel.in(folder, ModelConfig.preset("tiny-32"), 1);
        var more = model(meta -> {
            var signature = meta.getSignatureDefOrThrow(Contract.REAGE).toBuilder();
            var input = signature.getInputsOrThrow(Contract.IMAGE);
            for (var name : new String[] {"aaa", "reage", "zzz"}) {
                signature.putOutputs(name, input);
            }
            meta.putSignatureDef(Contract.REAGE, signature.build());
        });
        try (var expected = ReAger.load(whole);
                var actual = ReAger.load(more)) {
            assertEquals(
                    expected.reAge(FACE, 30).get(0).getRGB(9, 9),
                    actual.reAge(FACE, 30).get(0).getRGB(9, 9));
        }
    }

    @Test
    void maskForAModelWithoutMasksIsRefused() throws IOException {
        var maskless = model(meta -> meta.removeSignatureDef(Contract.REAGE_MASKED));
        try (var reAger = ReAger.load(maskless)) {
            assertFalse(reAger.takesMasks());
            var error = assertThrows(IllegalArgumentException.class, () -> reAger.reAge(FACE, FACE, 30));
            assertTrue(error.getMessage().contains("leave the mask out"), error.getMessage());
        }
    }

    @Test
    void aFaceAtSeveralAgesIsWhatItIsAtEachOfThem() throws IOException {
        var face = StdArrays.array3dCopyOf(Tensors.random(1, 32, 32, 3));
        var mask = StdArrays.array3dCopyOf(Tensors.each(Shape.of(32, 32, 1), at -> at[1] < 20 ? 1 : 0));
        double[] ages = {5, 24.5, 80};
        try (var reAger = ReAger.load(model(meta -> {}))) {
            assertTrue(reAger.offersStages());
            var whole = reAger.reAge(face, ages);
            var masked = reAger.reAge(face, mask, ages);
            for (int i = 0; i < ages.length; i++) {
                assertClose(reAger.reAge(face, ages[i]).get(0), whole.get(i));
                assertClose(reAger.reAge(face, mask, ages[i]).get(0), masked.get(i));
            }
        }
    }

    private static void assertClose(float[][][] expected, float[][][] actual) {
        Tensors.assertClose(StdArrays.ndCopyOf(expected), StdArrays.ndCopyOf(actual), 1e-5);
    }

    @Test
    void runIsNamedWhereItsModelWasMeant() throws IOException {
        var model = model(meta -> {});
        var error = assertThrows(IllegalArgumentException.class, () -> ReAger.load(model.getParent()));
        assertTrue(error.getMessage().endsWith("is a run; name " + model), error.getMessage());
    }

    @Test
    void modelThatDoesNotRestoreItsVariablesSaysSo() throws IOException {
        // As tf.saved_model.save does with Keras layers that are attributes of a module.
        var empty = model(MetaGraphDef.Builder::clearSaverDef);
        try (var reAger = ReAger.load(empty)) {
            var error = assertThrows(IllegalArgumentException.class, () -> reAger.reAge(FACE, 30));
            assertTrue(error.getMessage().startsWith("a model must restore its variables"), error.getMessage());
        }
    }

    @Test
    void truncatedModelIsRefused() throws IOException {
        var model = ExportedModel.in(folder, ModelConfig.preset("tiny-32"), 1);
        var file = model.resolve("saved_model.pb");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
        var error = assertThrows(IllegalArgumentException.class, () -> ReAger.load(model));
        assertTrue(error.getMessage().contains("intact SavedModel"), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
    }
}
