package reaging.evaluation.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImageMeasuresTest {
    private static float[][][] plain(int side, float value) {
        var image = new float[side][side][3];
        for (var row : image) {
            for (var pixel : row) {
                Arrays.fill(pixel, value);
            }
        }
        return image;
    }

    @Test
    void distancesAreInLevelsOfEightBits() {
        assertEquals(25.5, ImageDistance.l1(plain(4, 0), plain(4, .2f)), 1e-4);
        // 10 log10(4 / .04) = 20
        assertEquals(20, ImageDistance.psnr(plain(4, 0), plain(4, .2f)), 1e-4);
        assertEquals(100, ImageDistance.psnr(plain(4, 0), plain(4, 0)), 0);
    }

    @Test
    void cornersAreAnEighthOfASideAndTheWorstCounts() {
        var output = plain(16, 0);
        output[0][0][1] = .2f;
        output[15][14][0] = .6f;
        output[15][14][2] = -.6f;
        output[13][13][0] = 1; // no corner
        // 1.2 over four pixels of three values.
        assertEquals(127.5 * 1.2 / 12, ImageDistance.worstCorner(plain(16, 0), output), 1e-4);
        assertEquals(25.5, ImageDistance.worstCorner(plain(4, 0), plain(4, .2f)), 1e-4);
    }

    @Test
    void backgroundIsWhereTheMaskIsZero() {
        var mask = new float[2][2][1];
        mask[0][0][0] = .01f; // a little face is face
        var output = plain(2, 0);
        output[0][0][0] = 1;
        output[1][1][2] = .2f;
        assertEquals(25.5 / 9, ImageDistance.background(plain(2, 0), output, mask), 1e-4);
    }

    @Test
    void structuralSimilarityOfPlainImagesIsThatOfTheirMeans() {
        assertEquals(1, StructuralSimilarity.of(plain(16, .3f), plain(16, .3f)), 1e-9);
        // (2 * .1 + C1) / (.04 + .25 + C1) with C1 = .0004
        assertEquals(.2004 / .2904, StructuralSimilarity.of(plain(16, .2f), plain(16, .5f)), 1e-6);
    }

    @Test
    void structuralSimilaritySeesLostDetail() {
        var random = new SplittableRandom(1);
        var noise = plain(32, 0);
        for (var row : noise) {
            for (var pixel : row) {
                pixel[0] = pixel[1] = pixel[2] = (float) random.nextDouble(-1, 1);
            }
        }
        assertEquals(1, StructuralSimilarity.of(noise, noise), 1e-9);
        assertTrue(StructuralSimilarity.of(noise, plain(32, 0)) < .1);
    }
}
