package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.weights.Ramps.CONFIG;
import static reaging.weights.Ramps.MODEL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;
import reaging.model.ModelConfig;
import reaging.run.RunConfig;

/** Weights that cannot be imported: what is wrong, with the value found and a cure; and no run appears. */
class BadWeightsTest {
    private static final String BIAS = "generator/decoder/to_rgb/bias";

    @TempDir
    private Path folder;

    private final Map<String, Shape> weights = new LinkedHashMap<>(Ramps.generator(MODEL));

    @BeforeEach
    void unpack() {
        Ramps.unpack(folder);
    }

    private <E extends RuntimeException> void assertRefused(Class<E> kind, Path source, String... expected) {
        var run = folder.resolve("run");
        var error = assertThrows(kind, () -> {
            var importer = Importer.open(source);
            importer.preset();
            importer.into(run, CONFIG);
        });
        for (var text : expected) {
            assertTrue(error.getMessage().contains(text), error.getMessage());
        }
        assertEquals(1, error.getMessage().lines().count(), error.getMessage());
        assertFalse(Files.exists(run) || Files.exists(folder.resolve("run.part")), "nothing appears");
    }

    private Path saved() {
        var prefix = folder.resolve("weights");
        Ramps.saveObjects(prefix, weights);
        return prefix;
    }

    @Test
    void wrongShapeIsNamedWithBothShapes() {
        weights.put(BIAS, Shape.of(4));
        assertRefused(
                IllegalArgumentException.class,
                saved(),
                "tiny-32 comes nearest",
                BIAS + " float32 [4] for float32 [3]",
                "save them at the sizes of a preset");
    }

    @Test
    void missingVariableIsNamed() {
        weights.remove(BIAS);
        assertRefused(IllegalArgumentException.class, saved(), "missing " + BIAS);
    }

    @Test
    void unexpectedVariableIsNamed() {
        weights.put("generator/decoder/block_9/conv_1/bias", Shape.of(3));
        assertRefused(IllegalArgumentException.class, saved(), "unexpected generator/decoder/block_9/conv_1/bias");
    }

    @Test
    void onlyTheFirstOfManyAreNamed() {
        weights.keySet().removeIf(name -> name.contains("/age_modulator/block_1/"));
        assertRefused(
                IllegalArgumentException.class,
                saved(),
                "missing generator/age_modulator/block_1/norm_1/dense/kernel, ",
                " and 9 more");
    }

    @Test
    void weightsOfAnotherPresetAreCalledByTheirName() {
        Ramps.saveObjects(folder.resolve("other"), Ramps.generator(ModelConfig.preset("tiny-64")));
        var importer = Importer.open(folder.resolve("other"));
        var error = assertThrows(IllegalArgumentException.class, () -> importer.require("tiny-32"));
        assertTrue(
                error.getMessage().contains("must fit tiny-32")
                        && error.getMessage().contains("they fit tiny-64; take that preset"),
                error.getMessage());
    }

    @Test
    void discriminatorOfAnotherPresetIsRefused() throws IOException {
        var other = Ramps.run(
                folder.resolve("tiny-64"),
                new RunConfig("", CONFIG.format(), CONFIG.prune(), ModelConfig.preset("tiny-64"), CONFIG.training()),
                1);
        KerasExporter.export(Ramps.checkpoint(other), other.readConfig(), folder.resolve("files"));
        var file = "discriminator.weights.h5";
        Files.delete(folder.resolve("h5").resolve(file));
        Files.copy(folder.resolve("files").resolve(file), folder.resolve("h5").resolve(file));
        assertRefused(
                IllegalArgumentException.class,
                folder.resolve("h5"),
                "{generator=tiny-32, generator_ema=tiny-32, discriminator=tiny-64}");
    }

    @Test
    void weightsWithoutGeneratorAreRefused() {
        assertRefused(
                IllegalArgumentException.class,
                folder.resolve("h5/discriminator.weights.h5"),
                "must hold a generator",
                "look inside");
    }

    @Test
    void stepsThatDisagreeAreShown() {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("step", 5L);
        counts.put("generator_optimizer/_iterations", 6L);
        var source = new CheckpointSource("prefix", Map.of(), Map.of(), counts);
        var error = assertThrows(IllegalArgumentException.class, source::step);
        assertTrue(error.getMessage().contains("{step=5, generator_optimizer/_iterations=6}"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "generator_only/weights.index, generator_only/weights",
        "generator_only/weights.data-00000-of-00001, generator_only/weights",
        "checkpoint/ckpt-1.index, checkpoint",
        "checkpoint/ckpt-1.data-00000-of-00001, checkpoint",
        "h5/generator.weights.h5, h5/generator.weights.h5",
        "h5/discriminator.weights.h5, h5",
        "module/saved_model.pb, module",
        "module/variables/variables.index, module",
        "module/variables/variables.data-00000-of-00001, module"
    })
    void truncatedAndEmptyFilesAreNamed(String file, String source) throws IOException {
        var path = folder.resolve(file);
        byte[] whole = Files.readAllBytes(path);
        for (int length : new int[] {whole.length * 2 / 3, 100, 0}) {
            Files.write(path, Arrays.copyOf(whole, length));
            var named = file.replaceFirst("\\.(index|data-.*)$", "");
            assertRefused(UncheckedIOException.class, folder.resolve(source), named, "damaged");
        }
    }

    @Test
    void folderWithoutCheckpointSaysWhatItMayBe() throws IOException {
        assertRefused(
                IllegalArgumentException.class,
                Files.createDirectory(folder.resolve("empty")),
                "a TensorFlow checkpoint (its folder, prefix or .index file)",
                "empty contains none of these");
    }

    @Test
    void folderThatDoesNotSayWhichCheckpointIsTheNewestListsThem() {
        assertRefused(
                IllegalArgumentException.class,
                folder.resolve("generator_only"),
                "without a file \"checkpoint\" these have to be named",
                "weights.index");
    }

    @Test
    void newestCheckpointThatIsGoneIsNamed() throws IOException {
        Files.delete(folder.resolve("checkpoint/ckpt-1.index"));
        assertRefused(IllegalArgumentException.class, folder.resolve("checkpoint"), "ckpt-1, which has no index");
    }

    @Test
    void fileThatNamesNoCheckpointIsShown() throws IOException {
        Files.writeString(folder.resolve("checkpoint/checkpoint"), "");
        assertRefused(IllegalArgumentException.class, folder.resolve("checkpoint"), "names none");
    }

    @Test
    void whatDoesNotExistIsSaidSo() {
        assertRefused(IllegalArgumentException.class, folder.resolve("nowhere"), "nowhere does not exist");
    }

    @Test
    void runIsNotImported() throws IOException {
        var run = Ramps.run(folder.resolve("own"), CONFIG, 1);
        assertRefused(IllegalArgumentException.class, run.path(), "resume the run ");
    }
}
