package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.data.folders.FaceFile;
import reaging.data.folders.FaceFolder;
import reaging.data.synthetic.SyntheticFaces;

class SampleGridTest {
    private static final int SIZE = 32;

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    @BeforeEach
    void damagedFaceIsThere() throws IOException {
        Files.write(folder.resolve("25_damaged.png"), new byte[] {1, 2, 3});
    }

    private FaceSet faces(String... names) {
        return new FaceFolder(
                "listed",
                Stream.of(names)
                        .map(name -> new FaceFile(name, 25, folder.resolve(name), null, Map.of()))
                        .toList(),
                Masks.NONE);
    }

    @Test
    void faceThatCannotBeReadIsReportedAndLeftOut() throws IOException {
        var drawing = new SyntheticFaces(1, 0, SIZE).draw(0);
        ImageIO.write(drawing.image(), "png", folder.resolve("1_whole.png").toFile());
        ImageIO.write(drawing.image(), "png", folder.resolve("26_whole.png").toFile());
        var faces = faces("1_whole.png", "25_damaged.png", "26_whole.png");
        try (var grid = new SampleGrid(faces, SIZE, notices::add)) {
            assertEquals(2, grid.count());
        }
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("25_damaged.png"), notices.get(0));
    }

    @Test
    void setWithoutAnyReadableFaceIsAnError() {
        var faces = faces("25_damaged.png");
        var error =
                assertThrows(IllegalArgumentException.class, () -> new SampleGrid(faces, SIZE, notices::add).close());
        assertTrue(error.getMessage().contains("readable images"), error.getMessage());
    }
}
