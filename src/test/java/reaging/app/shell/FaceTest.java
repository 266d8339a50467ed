package reaging.app.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.StdArrays;
import reaging.data.FaceReader;
import reaging.data.Masks;
import reaging.data.folders.FaceFile;
import reaging.data.folders.FaceFolder;
import reaging.data.synthetic.SyntheticFaces;

class FaceTest {
    private static final int SIZE = 64;

    @TempDir
    private Path folder;

    @Test
    void aPhotoAndItsMaskAreWhatTrainingSees() throws IOException {
        var drawing = new SyntheticFaces(3, 5, 500).draw(2);
        var photo = Files.createDirectories(folder.resolve("images")).resolve("a.png");
        var mask = Files.createDirectories(folder.resolve("masks")).resolve("a.png");
        ImageIO.write(drawing.image(), "png", photo.toFile());
        ImageIO.write(drawing.mask(), "png", mask.toFile());
        var faces = new FaceFolder("one", List.of(new FaceFile("a", 30, photo, mask)), Masks.GREY);

        var face = Face.read(photo);

        try (var pixels = new FaceReader(faces, SIZE).read(new int[] {0}, new boolean[1])) {
            assertArrayEquals(StdArrays.array3dCopyOf(pixels.images().get(0)), face.pixels(SIZE));
            assertArrayEquals(StdArrays.array3dCopyOf(pixels.masks().get(0)), face.weights(SIZE));
        }
    }
}
