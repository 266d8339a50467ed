package reaging.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.Pictures;

/** The networks against what TensorFlow.js and face-api make of the same faces, see src/test/js/record-evaluators.cjs. */
class EvaluatorsTest {
    @TempDir
    private Path folder;

    /** What the original libraries said of one face; of the features the first 32. */
    private record Recorded(double years, float[] features, float[] descriptor) {}

    private static Recorded[] recorded() throws IOException {
        return new Gson()
                .fromJson(Files.readString(Path.of("src/test/resources/evaluators/recorded.json")), Recorded[].class);
    }

    private static TFloat32 faces(int count) {
        var faces = new SyntheticFaces(count, 7, 64);
        var pixels = new float[count][][][];
        for (int i = 0; i < count; i++) {
            pixels[i] = Pictures.pixels(faces.draw(i).image());
        }
        return TFloat32.tensorOf(StdArrays.ndCopyOf(pixels));
    }

    @Test
    void judgeAsTheOriginalLibrariesDo() throws IOException {
        var installed = EvaluatorPackages.defaultFolder();
        assumeTrue(Files.isDirectory(installed), "the evaluators are not installed: ragan networks install");
        try (var evaluators = Evaluators.load(installed, notice -> {});
                var faces = faces(recorded().length)) {
            assumeTrue(evaluators.predictsAge() && evaluators.predictsIdentity(), "some evaluators are not installed");
            var predictions = evaluators.predict(faces);
            for (int i = 0; i < predictions.size(); i++) {
                var expected = recorded()[i];
                var actual = predictions.get(i);
                assertEquals(expected.years(), actual.years(), 1e-3);
                assertArrayEquals(expected.features(), Arrays.copyOf(actual.features(), 32), 1e-4f);
                assertArrayEquals(expected.descriptor(), actual.descriptor(), 1e-4f);
            }
        }
    }

    @Test
    void whatIsNotInstalledIsSaidAndNotMeasured() {
        List<String> notices = new ArrayList<>();
        try (var evaluators = Evaluators.load(folder, notices::add);
                var faces = faces(1)) {
            assertFalse(evaluators.predictsAge() || evaluators.predictsIdentity());
            assertTrue(Double.isNaN(evaluators.predict(faces).get(0).years()));
        }
        assertEquals(2, notices.size());
        assertTrue(notices.get(0).contains("age, KID"), notices.get(0));
        assertTrue(notices.get(1).contains("install the networks"), notices.get(1));
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        for (String name : EvaluatorPackage.FACE_API.fileNames()) {
            Files.writeString(folder.resolve(name), "damaged");
        }
        var error = assertThrows(IllegalArgumentException.class, () -> Evaluators.load(folder, notice -> {}));
        assertTrue(error.getMessage().contains("SHA-256"), error.getMessage());
        assertTrue(error.getMessage().contains("face_recognition_model"), error.getMessage());
    }
}
