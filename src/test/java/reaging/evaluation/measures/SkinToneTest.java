package reaging.evaluation.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are from NumPy with the definitions of IEC 61966-2-1 and CIE 15. */
class SkinToneTest {
    private static float[] pixel(int red, int green, int blue) {
        return new float[] {red / 127.5f - 1, green / 127.5f - 1, blue / 127.5f - 1};
    }

    private static float[][][] plain(int side, float[] pixel) {
        var image = new float[side][side][];
        for (var row : image) {
            Arrays.fill(row, pixel);
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({
        "255, 255, 255, 100, 0, 0",
        "255, 0, 0, 53.2408, 80.0925, 67.2032",
        "0, 0, 255, 32.2970, 79.1875, -107.8602",
        "10, 12, 8, 3.1164, -1.1243, 1.3618", // in the straight part near black
        "187, 132, 98, 59.8448, 17.0747, 26.7486",
    })
    void coloursInDaylight(int red, int green, int blue, double lightness, double a, double b) {
        var colour = CieLab.ofSrgb(red / 255., green / 255., blue / 255.);
        assertEquals(lightness, colour.lightness(), 1e-4);
        assertEquals(a, colour.redness(), 1e-4);
        assertEquals(b, colour.yellowness(), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({
        "244, 208, 177, 60.6785, VERY_LIGHT",
        "231, 180, 143, 46.1664, LIGHT",
        "210, 158, 124, 37.2074, INTERMEDIATE",
        "187, 132, 98, 20.2061, TAN",
        "135, 91, 67, -18.7767, BROWN",
        "63, 43, 36, -74.8021, DARK",
    })
    void angleAndClassOfPlainFaces(int red, int green, int blue, double expected, SkinTone tone) {
        double angle = TypologyAngle.of(plain(64, pixel(red, green, blue)), null);
        assertEquals(expected, angle, 1e-3);
        assertEquals(Optional.of(tone), SkinTone.of(angle));
    }

    @ParameterizedTest
    @CsvSource({
        "90, VERY_LIGHT",
        "55.1, VERY_LIGHT",
        "55, LIGHT",
        "41.1, LIGHT",
        "41, INTERMEDIATE",
        "28.1, INTERMEDIATE",
        "28, TAN",
        "10.1, TAN",
        "10, BROWN",
        "-29.9, BROWN",
        "-30, DARK",
        "-90, DARK",
        "NaN,",
    })
    void limitsBelongToTheDarkerClass(double angle, SkinTone expected) {
        assertEquals(Optional.ofNullable(expected), SkinTone.of(angle));
    }

    @Test
    void onlyTheMiddleInsideTheMaskCounts() {
        var face = plain(100, pixel(0, 0, 255));
        var mask = new float[100][100][1];
        for (int y = 48; y < 60; y++) {
            for (int x = 25; x < 75; x++) {
                face[y][x] = pixel(187, 132, 98);
                mask[y][x][0] = 1;
            }
        }
        assertEquals(20.2061, TypologyAngle.of(face, null), 1e-3);
        // A hand before the face, which the mask leaves out: most of the region.
        for (int y = 48; y < 60; y++) {
            for (int x = 25; x < 70; x++) {
                face[y][x] = pixel(63, 43, 36);
                mask[y][x][0] = .4f;
            }
        }
        assertEquals(-74.8021, TypologyAngle.of(face, null), 1e-3);
        assertEquals(20.2061, TypologyAngle.of(face, mask), 1e-3);
        assertTrue(Double.isNaN(TypologyAngle.of(face, new float[100][100][1])));
    }

    @Test
    void blackAndWhitePhotoHasNoSkinTone() {
        assertTrue(Double.isNaN(TypologyAngle.of(plain(64, pixel(180, 180, 180)), null)));
        assertTrue(Double.isNaN(TypologyAngle.of(plain(64, pixel(40, 60, 120)), null)), "blue light");
    }

    @Test
    void medianIsNotMovedByNostrilsAndShine() {
        var face = plain(64, pixel(187, 132, 98));
        for (int x = 26; x < 38; x++) {
            face[33][x] = pixel(30, 12, 8);
            face[34][x] = pixel(255, 250, 240);
        }
        assertEquals(20.2061, TypologyAngle.of(face, null), 1e-3);
    }
}
