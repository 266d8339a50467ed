package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.app.Outcome.assertFails;
import static reaging.app.Outcome.assertSucceeds;
import static reaging.app.Outcome.ragan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.model.ModelConfig;
import reaging.savedmodel.ExportedModel;
import reaging.weights.Ramps;

/** Weights that Python wrote go in, train on, and come out in every form. */
@Tag("slow")
class WeightCommandsTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void unpack() {
        Ramps.unpack(folder);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonObject inspected(String name) {
        var outcome = ragan("inspect", path(name), "--json");
        assertSucceeds(outcome);
        return JsonParser.parseString(outcome.out()).getAsJsonObject();
    }

    @Test
    void trainingGoesOutAndInAndOn() {
        String[] training = {"train", "--preset", "tiny-32", "--batch", "2", "--steps", "2", "--out", path("runs")};
        assertSucceeds(ragan(training));
        var run = path("runs/00000-synthetic-tiny-32");
        assertSucceeds(ragan("export", run, "--format", "checkpoint", "-o", path("out")));
        var imported = ragan("import", path("out"), "-o", path("runs/back"), "--batch", "2", "--steps", "3");
        assertSucceeds(imported);
        assertEquals(path("runs/back"), imported.out().strip());
        assertEquals(
                "tiny-32: found generator, averaged generator, discriminator, moments of both optimizers at step 2;"
                        + " step 2 of 3",
                imported.err().strip());
        assertEquals("bilinear", inspected("runs/back").get("upsampling").getAsString());
        assertSucceeds(ragan("train", "--resume", path("runs/back")));
        assertEquals(3, inspected("runs/back").get("step").getAsInt());
        assertEquals("tiny-32", inspected("runs/back/savedmodel").get("preset").getAsString());
    }

    @Test
    void attentionComesWithTheWeightsOrBeginsBesideThem() {
        String[] training = {"train", "--preset", "tiny-32", "--batch", "2", "--steps", "1"};
        assertSucceeds(ragan(with(training, "--no-attention", "--out", path("plain"))));
        var plain = path("plain/00000-synthetic-tiny-32/savedmodel");
        var begun = ragan(with(training, "--init", plain, "--attention", "--out", path("attending")));
        assertSucceeds(begun);
        assertTrue(begun.err().contains("attention at its first values"), begun.err());
        var model = "attending/00000-synthetic-tiny-32/savedmodel";
        assertTrue(inspected(model).get("attention").getAsBoolean());
        assertEquals("tiny-32", inspected(model).get("preset").getAsString());

        assertFails(
                2,
                "a run must have the attention that its weights have but has none; leave --no-attention out",
                ragan(with(training, "--no-attention", "--init", path(model), "--out", path("none"))));
        assertSucceeds(ragan("import", path(model), "-o", path("attending/imported")));
        assertTrue(inspected("attending/imported").get("attention").getAsBoolean());
        assertSucceeds(ragan("export", path("attending/imported"), "--format", "keras-h5", "-o", path("attending/h5")));
        assertTrue(inspected("attending/h5").get("attention").getAsBoolean());
        assertFalse(inspected("plain/00000-synthetic-tiny-32/savedmodel")
                .get("attention")
                .getAsBoolean());
    }

    @Test
    void aModelWithItsDiscriminatorIsFineTuned() throws IOException {
        var out = path("tuned");
        assertSucceeds(ragan("train", "--preset", "tiny-32", "--batch", "2", "--steps", "1", "--out", out));
        var run = out + "/00000-synthetic-tiny-32";
        assertSucceeds(ragan("export", run, "--discriminator", "-o", path("model")));
        assertSucceeds(ragan("export", run, "--format", "keras-h5", "-o", path("before")));

        // It is in the model.
        assertSucceeds(ragan("import", path("model"), "-o", path("tuned/imported")));
        assertSucceeds(ragan("export", path("tuned/imported"), "--format", "keras-h5", "-o", path("after")));
        for (var network : List.of("generator_ema", "discriminator")) {
            var file = network + ".weights.h5";
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("before").resolve(file),
                            folder.resolve("after").resolve(file)));
        }

        // Training begins with both, under the preset of the weights, and goes on when it is asked for again.
        String[] tuning = {"train", "--init", path("model"), "--batch", "2", "--steps", "2", "--out", out};
        var tuned = ragan(tuning);
        assertSucceeds(tuned);
        assertTrue(tuned.err().contains("starts with generator, discriminator from " + path("model")), tuned.err());
        assertTrue(tuned.err().contains("tiny-32 on 5000 faces"), tuned.err());
        assertFails(
                2,
                "a run that begins with weights must have the whole network but is without [MODULATOR]",
                ragan("train", "--init", path("model"), "--without", "modulator", "--steps", "2", "--out", out));
    }

    @Test
    void aModelGrowsByOneLevel() throws IOException {
        var model = ExportedModel.in(folder, ModelConfig.preset("small-64"), 3).toString();
        String[] growing = {"train", "--init", model, "--batch", "2", "--steps", "1", "--out", path("grown")};
        var grown = ragan(with(growing, "--preset", "small-128"));
        assertSucceeds(grown);
        assertTrue(grown.err().contains("the outermost blocks, which add nothing yet"), grown.err());
        assertTrue(grown.err().contains("small-128 on 5000 faces"), grown.err());
        assertFails(2, "weights must fit light-128", ragan(with(growing, "--preset", "light-128")));
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void weightsOfPythonComeOutInEveryForm() {
        var run = path("python");
        var imported = ragan("import", path("h5/generator.weights.h5"), "-o", run);
        assertSucceeds(imported);
        assertEquals(
                "tiny-32: found generator; filled averaged generator from the generator, discriminator at its first"
                        + " values, moments at zero, so that training begins at step 0; step 0 of 2000",
                imported.err().strip());
        for (var format : List.of("savedmodel", "checkpoint", "keras-h5")) {
            assertSucceeds(ragan("export", run, "--format", format, "-o", path("as-" + format)));
            assertEquals("tiny-32", inspected("as-" + format).get("preset").getAsString(), format);
        }
    }

    @Test
    void importTakesItsWeightsFromOnePlaceIntoTheWholeNetwork() {
        var weights = path("h5/generator.weights.h5");
        assertFails(
                2,
                "an import takes its weights from " + weights + " but --init names others: other; leave it out",
                ragan("import", weights, "-o", path("twice"), "--init", "other"));
        assertFails(
                2,
                "a run that begins with weights must have the whole network but is without [MODULATOR]",
                ragan("import", weights, "-o", path("parts"), "--without", "modulator"));
        assertFalse(Files.exists(folder.resolve("parts")));
    }

    @Test
    void inspectionAsJsonKeepsItsFieldsAndHasMore() {
        var module = inspected("module");
        assertEquals(
                Set.of(
                        "format",
                        "tensorflowVersion",
                        "preset",
                        "attention",
                        "parameters",
                        "signatures",
                        "signatureTensors",
                        "missingOps",
                        "variables",
                        "types",
                        "values"),
                module.keySet());
        assertEquals(
                "text string [N] -> bias [3]",
                module.getAsJsonObject("signatures").get("serving_default").getAsString());
        assertEquals(
                "float32 [3]",
                module.getAsJsonObject("signatureTensors")
                        .getAsJsonObject("serving_default")
                        .getAsJsonObject("outputs")
                        .get("bias")
                        .getAsString());
        assertEquals(
                "[3, 3, 3, 8]",
                module.getAsJsonObject("variables")
                        .get("generator/identity_encoder/from_rgb/kernel")
                        .getAsString());
        assertEquals(
                "object-based SavedModel of TensorFlow 2", module.get("format").getAsString());
    }

    @Test
    void inspectionSaysWhatItFound() {
        var outcome = ragan("inspect", path("checkpoint/ckpt-1.index"));
        assertSucceeds(outcome);
        for (var text : List.of(
                "object-based checkpoint of tf.train.Checkpoint",
                "7 steps of training",
                "generator_optimizer/_iterations",
                "int64 []",
                "generator: 148,451 parameters",
                "preset: tiny-32",
                "model card\n  none")) {
            assertTrue(outcome.out().contains(text), outcome.out());
        }
    }

    @Test
    void existingRunStaysAsItWas() throws IOException {
        var run = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(run.resolve("note"), "keep");
        assertFails(2, "mine exists", ragan("import", path("checkpoint"), "-o", run.toString()));
        assertEquals("keep", Files.readString(run.resolve("note")));
        try (var files = Files.list(run)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void mistakesAndDamageAreOneLine() throws IOException {
        var run = path("never");
        assertFails(2, "they fit tiny-32", ragan("import", path("checkpoint"), "-o", run, "--preset", "small-64"));
        assertFails(2, "a preset must be", ragan("import", path("checkpoint"), "-o", run, "--preset", "huge"));
        assertFails(2, "does not exist", ragan("import", path("nowhere"), "-o", run));
        assertFails(2, "does not exist", ragan("inspect", path("nowhere")));
        assertFails(2, "keras-h5", ragan("export", "latest", "-o", run, "--format", "bogus"));
        assertFails(
                2,
                "--fit-ages is for --format savedmodel",
                ragan("export", "latest", "-o", run, "--format", "keras-h5", "--fit-ages"));
        var damaged = Files.copy(folder.resolve("checkpoint/ckpt-1.index"), folder.resolve("damaged.index"));
        assertFails(1, "damaged.data", ragan("import", path("damaged"), "-o", run));
        assertFails(1, "damaged", ragan("inspect", damaged.toString()));
        assertFalse(Files.exists(Path.of(run)));
    }
}
