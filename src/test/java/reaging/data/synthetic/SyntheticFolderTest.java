package reaging.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.AgeGroup;
import reaging.data.synthetic.person.SyntheticIdentity;
import reaging.data.synthetic.person.SyntheticScene;

class SyntheticFolderTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var faces = new SyntheticFaces(4, 9, 32);
        var told = new ArrayList<Integer>();
        SyntheticFolder.write(faces, folder.resolve("out"), told::add);
        assertEquals(List.of(1, 2, 3, 4), told);

        var lines = Files.readAllLines(folder.resolve("out/labels.csv"));
        assertEquals("file,age,age_group,identity_seed,scene_seed", lines.get(0));
        for (int i = 0; i < 4; i++) {
            var cells = lines.get(i + 1).split(",", -1);
            assertEquals((int) faces.age(i) + "_0_0_000000" + i + ".png", cells[0]);
            assertEquals(faces.age(i), Double.parseDouble(cells[1]), .0006);
            assertEquals(AgeGroup.of(faces.age(i)).label(), cells[2]);
            var identity = SyntheticIdentity.of(Long.parseLong(cells[3]));
            var drawn = SyntheticFace.draw(identity, faces.age(i), SyntheticScene.of(Long.parseLong(cells[4])), 32);
            var image =
                    ImageIO.read(folder.resolve("out/images").resolve(cells[0]).toFile());
            var mask =
                    ImageIO.read(folder.resolve("out/masks").resolve(cells[0]).toFile());
            assertArrayEquals(drawn.image().getRGB(0, 0, 32, 32, null, 0, 32), image.getRGB(0, 0, 32, 32, null, 0, 32));
            assertArrayEquals(drawn.mask().getRGB(0, 0, 32, 32, null, 0, 32), mask.getRGB(0, 0, 32, 32, null, 0, 32));
        }
    }

    @Test
    void aFolderWithSomethingInItIsRefused() throws IOException {
        Files.writeString(folder.resolve("precious.txt"), "mine");
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> SyntheticFolder.write(new SyntheticFaces(1, 1, 32), folder, written -> {}));
        assertTrue(error.getMessage().contains("contains 1 files"), error.getMessage());
    }
}
