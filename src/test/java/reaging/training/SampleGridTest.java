package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.SyntheticFaces;
import reaging.data.UtkFaceFolder;

class SampleGridTest {
    private static final int SIZE = 32;

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    @BeforeEach
    void damagedFaceIsThere() throws IOException {
        Files.write(folder.resolve("25_damaged.png"), new byte[] {1, 2, 3});
    }

    @Test
    void faceThatCannotBeReadIsReportedAndLeftOut() throws IOException {
        var drawing = new SyntheticFaces(1, 0, SIZE).draw(0);
        ImageIO.write(drawing.image(), "png", folder.resolve("1_whole.png").toFile());
        ImageIO.write(drawing.image(), "png", folder.resolve("26_whole.png").toFile());
        var faces = UtkFaceFolder.open(folder, notices::add);
        try (var grid = new SampleGrid(faces, SIZE, notices::add)) {
            assertEquals(2, grid.count());
        }
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("25_damaged.png"), notices.get(0));
    }

    @Test
    void setWithoutAnyReadableFaceIsAnError() {
        var faces = UtkFaceFolder.open(folder, notices::add);
        var error =
                assertThrows(IllegalArgumentException.class, () -> new SampleGrid(faces, SIZE, notices::add).close());
        assertTrue(error.getMessage().contains("readable images"), error.getMessage());
    }
}
