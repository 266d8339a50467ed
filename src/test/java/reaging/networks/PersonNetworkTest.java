package reaging.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.Pictures;

/** The network against what TensorFlow.js makes of the same faces, see src/test/js/record-evaluators.cjs. */
class PersonNetworkTest {
    /** The recorded pixels: every 32nd of the 256 x 256 with the border, which is 16 wide. */
    private static final int STEP = 32;

    private static final int BORDER = 16;

    @TempDir
    private Path folder;

    private record Recorded(float[][] person) {}

    private static TFloat32 face(int index) {
        var pixels = Pictures.pixels(new SyntheticFaces(4, 7, 64).draw(index).image());
        return TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][][][] {pixels}));
    }

    @Test
    void findsPeopleWhereTheOriginalLibraryDoes() throws IOException {
        var installed = EvaluatorPackages.defaultFolder();
        assumeTrue(EvaluatorPackage.SELFIE.isIn(installed), "the network is not installed: ragan networks install");
        var recorded = new Gson()
                .fromJson(Files.readString(Path.of("src/test/resources/evaluators/recorded.json")), Recorded[].class);
        try (var network = PersonNetwork.load(installed)) {
            for (int i = 0; i < recorded.length; i++) {
                try (var face = face(i)) {
                    var actual = network.probabilities(face);
                    assertEquals(224, actual.length);
                    assertPixels(recorded[i].person(), actual);
                }
            }
        }
    }

    private static void assertPixels(float[][] expected, float[][] actual) {
        for (int row = 0; row < expected.length; row++) {
            var pixels = new float[expected[row].length];
            for (int column = 0; column < pixels.length; column++) {
                pixels[column] = actual[STEP * (row + 1) - BORDER][STEP * (column + 1) - BORDER];
            }
            assertArrayEquals(expected[row], pixels, 1e-3f, "row " + row);
        }
    }

    @Test
    void whatIsNotInstalledIsNamedWithTheCure() {
        var message = assertThrows(IllegalArgumentException.class, () -> PersonNetwork.load(folder))
                .getMessage();
        assertTrue(message.contains("selfie.json") && message.contains("install the networks"), message);
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        for (String name : EvaluatorPackage.SELFIE.fileNames()) {
            Files.writeString(folder.resolve(name), "damaged");
        }
        var message = assertThrows(IllegalArgumentException.class, () -> PersonNetwork.load(folder))
                .getMessage();
        assertTrue(message.contains("SHA-256") && message.contains("selfie"), message);
    }
}
