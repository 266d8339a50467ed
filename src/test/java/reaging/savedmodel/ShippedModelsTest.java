package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reaging.data.synthetic.SyntheticFaces;

/** The models of savedmodels/. */
class ShippedModelsTest {
    private static final Path FOLDER = Path.of("savedmodels");
    private static final long MOST_BYTES = 80_000_000;

    static Stream<Path> models() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelMakesAFaceOlder(Path folder) {
        try (var model = ReAger.load(folder)) {
            var face = face(model.imageSize());
            var ages = model.reAge(face, 5, 75);
            assertEquals(model.imageSize(), ages.get(0).getWidth());
            assertNotEquals(ages.get(0).getRGB(32, 40), ages.get(1).getRGB(32, 40), "a pixel of the cheek");
        }
    }

    private static BufferedImage face(int size) {
        return new SyntheticFaces(1, 0, size).draw(0).image();
    }

    @ParameterizedTest
    @MethodSource("models")
    void cardSaysWhatItIsAndWhoseTheDataAre(Path folder) throws IOException {
        var card = ModelCard.read(folder).orElseThrow();
        assertTrue(card.images() > 0 && !card.metrics().isEmpty(), "how long it trained and how good it is");
        assertTrue(!card.licence().contains("ask whoever"), card.licence());
        assertTrue(!card.data().contains("/"), card.data());
        assertTrue(Files.readString(FOLDER.resolve("README.md")).contains("| `" + folder.getFileName() + "` |"));
    }

    @Test
    void theyStaySmall() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            assertTrue(files.filter(Files::isRegularFile)
                            .mapToLong(ShippedModelsTest::size)
                            .sum()
                    < MOST_BYTES);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
