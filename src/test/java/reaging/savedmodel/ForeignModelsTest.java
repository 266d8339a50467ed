package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import reaging.Python;
import reaging.data.AgeGroup;
import reaging.weights.Contents;

/** Models and files of strangers, as Python writes them: each works, or one line says what it is and what is wanted. */
@Tag("slow")
class ForeignModelsTest {
    private static final int SIZE = 32;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() {
        Python.run(Duration.ofMinutes(10), Path.of("src/test/python/foreign_models.py"), folder);
    }

    /** Red grows to the right, green downwards, blue is 51 everywhere. */
    private static BufferedImage face(int size) {
        var face = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                face.setRGB(x, y, ((7 * x) << 16) | ((5 * y) << 8) | 51);
            }
        }
        return face;
    }

    /** The models of the script give the negative. */
    private static void assertNegative(ReAger model, int size) {
        var face = face(size);
        var reAged = model.reAge(face, 70).get(0);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                assertEquals(0xffffff - (face.getRGB(x, y) & 0xffffff), reAged.getRGB(x, y) & 0xffffff, 0x010101);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two-outputs",
                "channels-first",
                "float64",
                "uint8",
                "int32",
                "int64",
                "one-at-a-time",
                "two-graphs",
                "text"
            })
    void modelOfAnotherFormGivesTheSamePicture(String name) {
        try (var model = ReAger.load(folder.resolve(name))) {
            assertEquals(SIZE, model.imageSize());
            assertNegative(model, SIZE);
        }
    }

    @ParameterizedTest
    @CsvSource({"float16, 1", "bfloat16, 2"})
    void halfPrecisionIsTheSameUpToItsRounding(String name, int levels) {
        try (var model = ReAger.load(folder.resolve(name))) {
            var rgb = model.reAge(face(SIZE), 70).get(0).getRGB(20, 10);
            assertEquals(255 - 7 * 20, rgb >> 16 & 0xff, levels);
            assertEquals(255 - 5 * 10, rgb >> 8 & 0xff, levels);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ages-int32", "ages-column"})
    void agesOfAnotherFormArrive(String name) {
        try (var model = ReAger.load(folder.resolve(name))) {
            for (int age : new int[] {0, 20, 60}) {
                int grey = model.reAge(face(SIZE), age).get(0).getRGB(3, 3) & 0xff;
                assertEquals((age / 100.0 + 1) * 127.5, grey, 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"any-size", "any-rank"})
    void modelOfAnySizeAsksForOne(String name) {
        var error = assertThrows(IllegalArgumentException.class, () -> ReAger.load(folder.resolve(name)));
        assertTrue(
                error.getMessage().contains(name) && error.getMessage().contains("give the size in pixels"),
                error.getMessage());
        try (var model = ReAger.load(folder.resolve(name), OptionalInt.of(SIZE))) {
            assertNegative(model, SIZE);
        }
    }

    @Test
    void anotherSizeThanTheModelsIsRefused() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> ReAger.load(folder.resolve("two-outputs"), OptionalInt.of(64)));
        assertTrue(error.getMessage().contains("must be the model's, 32 pixels"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other-names | it has no input image",
                "other-output | it has no output reaged",
                "other-signature | has only predict(image [N, 32, 32, 3], target_age [N] -> reaged [N, 32, 32, 3])",
                "other-tag | whose only tag is serve",
                "one-channel | image does not have 3 channels",
                "no-batch | image does not have 4 axes",
                "groups | target_age is not one number of years for each face",
                "strings | image has a type that pixels cannot be converted to",
                "larger | reaged has another size",
                "frozen.pb | is only a graph",
                "whole.h5 | is a whole Keras model",
                "whole.keras | is a whole Keras model",
                "generator.weights.h5 | import the weights",
                "variables-alone | contains variables but no saved_model.pb",
                "nothing | does not exist"
            })
    void modelThatCannotBeCalledIsRefusedInOneLine(String name, String expected) {
        var error = assertThrows(IllegalArgumentException.class, () -> ReAger.load(folder.resolve(name)));
        assertRefuses(error, name, expected);
    }

    private static void assertRefuses(IllegalArgumentException error, String name, String expected) {
        assertTrue(error.getMessage().contains(folder.resolve(name).toString()), error.getMessage());
        assertTrue(error.getMessage().contains(expected), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "levels | its output ranges from",
                "no-number | its output",
                "larger-of-any-size | its output is [1, 64, 64, 3] for a face of 32 pixels"
            })
    void outputThatIsNoFaceIsRefused(String name, String expected) {
        var size = name.contains("any") ? OptionalInt.of(SIZE) : OptionalInt.empty();
        try (var model = ReAger.load(folder.resolve(name), size)) {
            var error = assertThrows(IllegalArgumentException.class, () -> model.reAge(face(SIZE), 70));
            assertRefuses(error, name, expected);
        }
    }

    @Test
    void modelThatTakesOneFaceAtATimeGetsOneAtATime() {
        try (var model = ReAger.load(folder.resolve("one-at-a-time"))) {
            assertEquals(10, model.reAge(face(SIZE), AgeGroup.centres()).size());
        }
    }

    @Test
    void aLargerBatchThanAModelTakesIsRefused() {
        try (var model = ReAger.load(folder.resolve("one-at-a-time"));
                var faces = TFloat32.tensorOf(Shape.of(10, SIZE, SIZE, 3));
                var years = TFloat32.tensorOf(Shape.of(10))) {
            var error = assertThrows(IllegalArgumentException.class, () -> model.reAge(faces, years));
            assertRefuses(error, "one-at-a-time", "it accepts 1 at a time but 10 are given");
        }
    }

    @Test
    void wholeKerasModelIsCalledOne() {
        assertEquals(
                Contents.Format.KERAS_MODEL,
                Contents.read(folder.resolve("whole.h5")).format());
    }

    @Test
    void weightsOfAStrangerKeepTheNamesOfTheirFile() {
        var contents = Contents.read(folder.resolve("generator.weights.h5"));
        assertEquals(Contents.Format.KERAS_H5, contents.format());
        assertTrue(contents.variables().containsKey("layers/dense/vars/0"), contents.variables()::toString);
        assertFalse(contents.variables().keySet().stream().anyMatch(name -> name.endsWith("/kernel")));
        assertEquals(Map.of(), contents.parameters());
    }

    @Test
    void variablesWithoutTheirGraphAreShown() {
        assertTrue(Contents.read(folder.resolve("variables-alone")).variables().containsKey("scale"));
    }
}
