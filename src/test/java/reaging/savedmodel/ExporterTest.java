package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import reaging.Tensors;
import reaging.model.ModelConfig;

@Tag("slow")
class ExporterTest {
    private static final ModelConfig MODEL = ModelConfig.preset("tiny-32");

    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void export() throws IOException {
        model = ExportedModel.in(folder, MODEL, 3);
    }

    private static SavedObjectGraph objects() throws IOException {
        return SavedModel.parseFrom(Files.readAllBytes(model.resolve("saved_model.pb")))
                .getMetaGraphs(0)
                .getObjectGraphDef();
    }

    private static SavedObject child(SavedObjectGraph graph, SavedObject parent, String path) {
        var object = parent;
        for (String name : path.split("/", -1)) {
            object = graph.getNodes(object.getChildrenList().stream()
                    .filter(child -> child.getLocalName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " on the way to " + path))
                    .getNodeId());
        }
        return object;
    }

    @Test
    void sameWeightsAreTheSameFiles() throws IOException {
        var again = ExportedModel.in(folder, MODEL, 3);
        for (var file : List.of("saved_model.pb", "variables/variables.index", "assets.extra/model_card.json")) {
            assertArrayEquals(
                    Files.readAllBytes(model.resolve(file)),
                    Files.readAllBytes(again.resolve(file)),
                    file + " differs");
        }
    }

    @Test
    void objectsAreTheVariablesTheFunctionsAndTheSignatures() throws IOException {
        var graph = objects();
        var root = graph.getNodes(0);
        var kernel = child(graph, root, "generator/identity_encoder/from_rgb/kernel");
        assertTrue(kernel.getVariable().getTrainable());
        assertEquals(
                "generator/identity_encoder/from_rgb/kernel",
                kernel.getVariable().getName());
        var mean = child(graph, root, "generator/age_modulator/block_0/norm_1/moving_mean");
        assertTrue(mean.hasVariable() && !mean.getVariable().getTrainable(), "statistics are not trained");
        assertEquals(
                child(graph, root, "trainable_variables").getChildrenCount() + 12,
                child(graph, root, "variables").getChildrenCount());
        assertTrue(child(graph, root, "reage").hasFunction());
        assertTrue(child(graph, root, "signatures/serving_default").hasBareConcreteFunction());
        assertEquals(
                "decode decode_image decode_other decode_png encode encode_masked lifespan modulate reage reage_masked"
                        + " serving_bytes",
                SavedModel.parseFrom(Files.readAllBytes(model.resolve("saved_model.pb")))
                        .getMetaGraphs(0)
                        .getGraphDef()
                        .getLibrary()
                        .getFunctionList()
                        .stream()
                        .map(function -> function.getSignature().getName())
                        .filter(name -> !name.startsWith("signature_"))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void imageFilesGoInAndPngFilesComeOut() throws IOException {
        // Of the model's own size, so that nothing is resized, and of another one.
        var colours = gradient(32, 32);
        try (var bundle = SavedModelBundle.load(model.toString(), "serve");
                var bytes = TString.tensorOfBytes(
                        NdArrays.vectorOfObjects(encoded(colours, "png"), encoded(gradient(48, 40), "jpg")));
                var years = TFloat32.vectorOf(5, 60);
                var result = run(bundle, Contract.REAGE_BYTES, Contract.IMAGE_BYTES, bytes, years)) {
            var files = ((TString) result).asBytes();
            assertEquals(2, files.size());
            var picture = ImageIO.read(new ByteArrayInputStream(files.getObject(0)));
            var resized = ImageIO.read(new ByteArrayInputStream(files.getObject(1)));
            assertEquals(MODEL.imageSize(), resized.getWidth());
            assertEquals(MODEL.imageSize(), resized.getHeight());
            try (var reAger = ReAger.load(model)) {
                var expected = reAger.reAge(colours, 5).get(0);
                assertEquals(0, furthest(expected, picture), 1, "levels of 255: rounding");
            }
        }
    }

    private static BufferedImage gradient(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setPixel(x, y, new int[] {255 * x / width, 255 * y / height, 100});
            }
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static int furthest(BufferedImage a, BufferedImage b) {
        int furthest = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int band = 0; band < 3; band++) {
                    int difference =
                            a.getRaster().getSample(x, y, band) - b.getRaster().getSample(x, y, band);
                    furthest = Math.max(furthest, Math.abs(difference));
                }
            }
        }
        return furthest;
    }

    @Test
    void lifespanHoldsWhatEachAgeGives() {
        var face = Tensors.random(1, 2, MODEL.imageSize(), MODEL.imageSize(), 3);
        try (var bundle = SavedModelBundle.load(model.toString(), "serve");
                var image = TFloat32.tensorOf(face);
                var years = TFloat32.vectorOf(59.5f, 59.5f);
                var all = run(bundle, Contract.LIFESPAN, Contract.IMAGE, image, null);
                var one = run(bundle, Contract.REAGE, Contract.IMAGE, image, years)) {
            var lifespan = (TFloat32) all;
            assertEquals("[2, 10, 32, 32, 3]", lifespan.shape().toString());
            for (long person = 0; person < 2; person++) {
                Tensors.assertClose(((TFloat32) one).get(person), lifespan.get(person, 8), 1e-5);
            }
        }
    }

    @Test
    void theStagesOneByOneGiveWhatAllOfThemGive() {
        int size = MODEL.imageSize();
        var faces = Tensors.random(1, 2, size, size, 3);
        var masks = Tensors.each(Shape.of(2, size, size, 1), at -> at[1] < 20 ? 1 : 0);
        try (var reAger = ReAger.load(model);
                var images = TFloat32.tensorOf(faces);
                var mask = TFloat32.tensorOf(masks);
                var years = TFloat32.vectorOf(12, 70);
                var whole = reAger.reAge(images, mask, years)) {
            Stages.assertGive((TFloat32) whole.get(0), reAger, faces, masks, 12, 70);
        }
    }

    /** The one output of a signature; years may be null. */
    private static Tensor run(SavedModelBundle bundle, String name, String input, Tensor value, TFloat32 years) {
        var signature = bundle.metaGraphDef().getSignatureDefOrThrow(name);
        var runner =
                bundle.session().runner().feed(signature.getInputsOrThrow(input).getName(), value);
        if (years != null) {
            runner.feed(signature.getInputsOrThrow(Contract.TARGET_AGE).getName(), years);
        }
        var output = signature.getOutputsMap().values().iterator().next();
        return runner.fetch(output.getName()).run().get(0);
    }
}
