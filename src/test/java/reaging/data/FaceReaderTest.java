package reaging.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.folders.FaceFile;
import reaging.data.folders.FaceFolder;
import reaging.data.folders.ListedFaces;
import reaging.pictures.UnreadablePicture;

class FaceReaderTest {
    private static final float EXACT = 1e-6f;

    @TempDir
    private Path folder;

    /** Left half of one colour, right half of another. */
    static byte[] halves(int width, int height, int left, int right) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, x < width / 2 ? left : right);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void coloursRunFromMinusOneToOneAndChannelsAreRedGreenBlue() throws IOException {
        var faces = new ListedFaces(List.of(halves(4, 4, 0xff0000, 0x000080)), List.of(), 20);
        try (var pixels = new FaceReader(faces, 4).read(new int[] {0}, new boolean[1])) {
            assertEquals(1, pixels.images().getFloat(0, 0, 0, 0), EXACT);
            assertEquals(-1, pixels.images().getFloat(0, 0, 0, 1), EXACT);
            assertEquals(-1, pixels.images().getFloat(0, 0, 3, 0), EXACT);
            assertEquals(128 / 127.5f - 1, pixels.images().getFloat(0, 0, 3, 2), EXACT);
            assertEquals(1, pixels.masks().getFloat(0, 2, 2, 0), EXACT);
        }
    }

    @Test
    void flipMirrorsImageAndMaskTogether() throws IOException {
        var image = halves(4, 4, 0xffffff, 0x000000);
        var faces = new ListedFaces(List.of(image, image), List.of(image, image), 20, 20);
        try (var pixels = new FaceReader(faces, 4).read(new int[] {0, 1}, new boolean[] {false, true})) {
            assertEquals(1, pixels.images().getFloat(0, 0, 0, 0), EXACT);
            assertEquals(1, pixels.masks().getFloat(0, 0, 0, 0), EXACT);
            assertEquals(-1, pixels.images().getFloat(1, 0, 0, 0), EXACT);
            assertEquals(0, pixels.masks().getFloat(1, 0, 0, 0), EXACT);
            assertEquals(1, pixels.masks().getFloat(1, 0, 3, 0), EXACT);
        }
    }

    @Test
    void largeImageIsReducedByAveragingAndItsMaskByTheNearestPixel() throws IOException {
        // 6 columns for 3: the middle output column lies on both colours.
        var image = halves(6, 6, 0xffffff, 0x000000);
        var faces = new ListedFaces(List.of(image), List.of(image), 20);
        try (var pixels = new FaceReader(faces, 3).read(new int[] {0}, new boolean[1])) {
            assertEquals(0, pixels.images().getFloat(0, 1, 1, 0), 0.01f);
            float middle = pixels.masks().getFloat(0, 1, 1, 0);
            assertEquals(Math.rint(middle), middle, EXACT);
        }
    }

    /** The first row of an image, its red values. */
    private static float[] row(byte[] image, int size) {
        var faces = new ListedFaces(List.of(image), List.of(), 20);
        float[] row = new float[size];
        try (var pixels = new FaceReader(faces, size).read(new int[] {0}, new boolean[1])) {
            for (int x = 0; x < size; x++) {
                row[x] = pixels.images().getFloat(0, 0, x, 0);
            }
        }
        return row;
    }

    @Test
    void averageIsThatOfTheAreaAndOfNothingBesideIt() throws IOException {
        // 6 columns for 4: each output column covers one and a half, none of them both colours.
        assertArrayEquals(new float[] {1, 1, -1, -1}, row(halves(6, 6, 0xffffff, 0x000000), 4), EXACT);
    }

    @Test
    void smallImageGrowsSmoothly() throws IOException {
        assertArrayEquals(new float[] {1, .5f, -.5f, -1}, row(halves(2, 2, 0xffffff, 0x000000), 4), EXACT);
    }

    @Test
    void middleSquareOfAWideImageIsTaken() throws IOException {
        var faces = new ListedFaces(List.of(halves(12, 4, 0xffffff, 0x000000)), List.of(), 20);
        try (var pixels = new FaceReader(faces, 4).read(new int[] {0}, new boolean[1])) {
            assertEquals(1, pixels.images().getFloat(0, 0, 1, 0), 0.01f);
            assertEquals(-1, pixels.images().getFloat(0, 0, 2, 0), 0.01f);
        }
    }

    @Test
    void truncatedImageIsAnError() throws IOException {
        var whole = halves(4, 4, 0, 0);
        var faces = new ListedFaces(List.of(Arrays.copyOf(whole, whole.length / 2)), List.of(), 20);
        var reader = new FaceReader(faces, 4);
        assertThrows(UnreadablePicture.class, () -> reader.read(new int[] {0}, new boolean[1]));
    }

    @Test
    void filesAreReadFromDisk() throws IOException {
        var file = Files.write(folder.resolve("20_0_0_1.png"), halves(4, 4, 0xffffff, 0xffffff));
        var faces = new FaceFolder("disk", List.of(new FaceFile("white", 20, file, null)), Masks.NONE);
        try (var pixels = new FaceReader(faces, 4).read(new int[] {0}, new boolean[1])) {
            assertEquals(1, pixels.images().getFloat(0, 3, 3, 1), EXACT);
        }
    }
}
