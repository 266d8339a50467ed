package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.StdArrays;
import reaging.Python;
import reaging.Tensors;
import reaging.data.FaceReader;
import reaging.data.prepare.PreparedFolder;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.Pictures;

/** The Keras version sees the same faces, the same split and the same pixels. */
@Tag("slow")
class PythonReadsFoldersTest {
    private static final int SIZE = 16;
    private static final double BOUND = 1e-6;

    @TempDir
    private Path folder;

    /** What {@code read_folder.py} prints. */
    private record Read(Map<String, Double> training, List<String> heldOut, float[][][] image, float[][][] mask) {}

    @Test
    void preparedFoldersAndPhotosThatShrinkOrGrow() throws IOException {
        Python.require();
        assertReadAlike(List.of(
                prepared(),
                photos(50),
                photos(10),
                people("agedb", "%d_Name%d_%d_f.png"),
                people("cacd", "%3$d_Na_me%2$d_%1$04d.png"),
                people("morph", "%2$06d_%1$dM%3$02d.png"),
                people("fgnet", "%2$03dA%3$02d.png"),
                spreadsheet()));
    }

    private static void assertReadAlike(List<Path> folders) {
        var script = Path.of("src/test/python/read_folder.py");
        var arguments = Stream.concat(Stream.of(SIZE), folders.stream()).toArray();
        var read = new Gson().fromJson(Python.run(Duration.ofMinutes(3), script, arguments), Read[].class);
        for (int i = 0; i < folders.size(); i++) {
            assertReadAlike(folders.get(i), read[i]);
        }
    }

    /** Photos of seven people, {@code names} of number, person and age. */
    private Path people(String name, String names) throws IOException {
        var photos = Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < 30; i++) {
            Files.write(photos.resolve(names.formatted(i, i % 7, 3 * i)), face(i));
        }
        return photos;
    }

    /** Labels as a spreadsheet on Windows writes them. */
    private Path spreadsheet() throws IOException {
        var images = Files.createDirectories(folder.resolve("spreadsheet/images"));
        var labels = new StringBuilder("\uFEFFFile;Age; Person\r\n");
        for (int i = 0; i < 24; i++) {
            Files.write(images.resolve(i + ".png"), face(i));
            labels.append("images\\%d.png; %d,5;p%d\r\n".formatted(i, i, i % 5));
        }
        Files.writeString(folder.resolve("spreadsheet/labels.csv"), labels);
        return folder.resolve("spreadsheet");
    }

    private static byte[] face(int i) {
        return Pictures.png(new SyntheticFaces(30, 5, SIZE).draw(i).image());
    }

    private Path prepared() throws IOException {
        var source = new FfhqAgingMiniature(folder.resolve("ffhq"))
                .face(0, "20-29", .98)
                .face(1, "70-120", .9)
                .face(69_000, "0-2", .7)
                .write();
        var out = folder.resolve("out");
        PreparedFolder.write(DataFormat.AUTO.list(source, Pruning.CONFIDENCE), out, SIZE, done -> {});
        return out;
    }

    private Path photos(int size) throws IOException {
        var photos = Files.createDirectories(folder.resolve("photos-" + size));
        for (int i = 0; i < 3; i++) {
            Files.write(
                    photos.resolve(i + "_a.png"),
                    Pictures.png(new SyntheticFaces(3, 5, size).draw(i).image()));
        }
        return photos;
    }

    private static void assertReadAlike(Path data, Read read) {
        var split = DataFormat.AUTO.list(data, Pruning.CONFIDENCE).split();
        Map<String, Double> training = new TreeMap<>();
        for (int i = 0; i < split.training().size(); i++) {
            training.put(split.training().label(i), split.training().age(i));
        }
        assertEquals(training, new TreeMap<>(read.training()));
        assertEquals(
                IntStream.range(0, split.heldOut().size())
                        .mapToObj(split.heldOut()::label)
                        .toList(),
                read.heldOut());
        try (var pixels = new FaceReader(split.training(), SIZE).read(new int[] {0}, new boolean[1])) {
            Tensors.assertClose(pixels.images().get(0), StdArrays.ndCopyOf(read.image()), BOUND);
            Tensors.assertClose(pixels.masks().get(0), StdArrays.ndCopyOf(read.mask()), BOUND);
        }
    }
}
