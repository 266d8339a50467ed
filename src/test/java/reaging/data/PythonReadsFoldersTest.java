package reaging.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.StdArrays;
import reaging.Python;
import reaging.Tensors;

/** The Keras version sees the same faces, the same split and the same pixels. */
class PythonReadsFoldersTest {
    private static final double BOUND = 1e-6;

    @TempDir
    private Path folder;

    /** What {@code read_folder.py} prints. */
    private record Read(Map<String, Double> training, List<String> heldOut, float[][][] image, float[][][] mask) {}

    private static void assertReadAlike(Path data, int size) {
        var read = new Gson()
                .fromJson(
                        Python.run(Duration.ofMinutes(3), Path.of("src/test/python/read_folder.py"), data, size),
                        Read.class);
        var split = DataFormat.AUTO.list(data, Pruning.CONFIDENCE).split();
        Map<String, Double> training = new TreeMap<>();
        for (int i = 0; i < split.training().size(); i++) {
            training.put(split.training().label(i), split.training().age(i));
        }
        assertEquals(training, new TreeMap<>(read.training()));
        assertEquals(List.of(split.heldOut().label(0)), read.heldOut());
        try (var reader = new FaceReader(split.training(), size, 1);
                var pixels = reader.read(new int[] {0}, new boolean[1])) {
            Tensors.assertClose(pixels.images().get(0), StdArrays.ndCopyOf(read.image()), BOUND);
            Tensors.assertClose(pixels.masks().get(0), StdArrays.ndCopyOf(read.mask()), BOUND);
        }
    }

    @Test
    void preparedFolder() throws IOException {
        Python.require();
        var source = new FfhqAgingMiniature(folder.resolve("ffhq"))
                .face(0, "20-29", .98)
                .face(1, "70-120", .9)
                .face(69_000, "0-2", .7)
                .write();
        var out = folder.resolve("out");
        PreparedFolder.write(DataFormat.AUTO.list(source, Pruning.CONFIDENCE), out, 16, done -> {});
        assertReadAlike(out, 16);
    }

    @Test
    void photosOfAnotherSize() throws IOException {
        Python.require();
        for (int i = 0; i < 3; i++) {
            var face = new SyntheticFaces(3, 5, 50).draw(i).image();
            Files.write(Files.createDirectories(folder.resolve("photos")).resolve(i + "_a.png"), Pictures.png(face));
        }
        assertReadAlike(folder.resolve("photos"), 16);
        assertReadAlike(folder.resolve("photos"), 64);
    }
}
