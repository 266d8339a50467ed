package reaging.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.data.AgeGroup;
import reaging.data.Sex;
import reaging.data.synthetic.person.AgedPerson;
import reaging.data.synthetic.person.SyntheticIdentity;
import reaging.data.synthetic.person.SyntheticScene;

class SyntheticFaceTest {
    private static final SyntheticScene SCENE = SyntheticScene.of(7);

    @Test
    void equalSeedsGiveEqualPixels() {
        var first = SyntheticFace.draw(SyntheticIdentity.of(3), 33, SyntheticScene.of(4), 64);
        var again = SyntheticFace.draw(SyntheticIdentity.of(3), 33, SyntheticScene.of(4), 64);
        assertArrayEquals(pixels(first.image()), pixels(again.image()));
        assertArrayEquals(pixels(first.mask()), pixels(again.mask()));
    }

    @Test
    void twoPeopleDiffer() {
        var one = SyntheticFace.draw(SyntheticIdentity.of(1), 30, SCENE, 64);
        var other = SyntheticFace.draw(SyntheticIdentity.of(2), 30, SCENE, 64);
        assertTrue(distance(one.image(), other.image()) > 5);
    }

    @Test
    void nothingButThePersonDependsOnAge() {
        for (long seed = 0; seed < 4; seed++) {
            var scene = SyntheticScene.of(seed);
            var young = SyntheticFace.draw(SyntheticIdentity.of(seed), 1, scene, 64);
            for (double age : new double[] {12, 45, 80}) {
                var old = SyntheticFace.draw(SyntheticIdentity.of(seed), age, scene, 64);
                assertEqualOutsideMasks(young, old);
            }
        }
    }

    private static void assertEqualOutsideMasks(SyntheticFace.Drawing one, SyntheticFace.Drawing other) {
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                boolean outside =
                        (one.mask().getRGB(x, y) & 255) == 0 && (other.mask().getRGB(x, y) & 255) == 0;
                if (outside) {
                    assertEquals(one.image().getRGB(x, y), other.image().getRGB(x, y), "at " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void neighbouringAgeGroupsDifferAndNeighbouringAgesHardlyDo() {
        var centres = AgeGroup.centres();
        for (long seed = 0; seed < 3; seed++) {
            var person = SyntheticIdentity.of(seed);
            for (int i = 1; i < centres.length; i++) {
                var younger = SyntheticFace.draw(person, centres[i - 1], SCENE, 64);
                var older = SyntheticFace.draw(person, centres[i], SCENE, 64);
                var soon = SyntheticFace.draw(person, centres[i] + .01, SCENE, 64);
                double step = distance(younger.image(), older.image());
                assertTrue(step > 1, "person " + seed + " group " + i + " differs by " + step);
                assertTrue(distance(older.image(), soon.image()) < .25, "person " + seed + " group " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 50, 64, 128, 256})
    void theMaskCoversTheFaceAtAnySize(int size) {
        for (long seed = 0; seed < 2; seed++) {
            var drawing = SyntheticFace.draw(SyntheticIdentity.of(seed), 30, SyntheticScene.of(seed), size);
            assertEquals(size, drawing.image().getWidth());
            assertEquals(BufferedImage.TYPE_INT_RGB, drawing.image().getType());
            assertEquals(BufferedImage.TYPE_BYTE_GRAY, drawing.mask().getType());
            double covered = Arrays.stream(pixels(drawing.mask()))
                            .map(level -> level & 255)
                            .average()
                            .orElseThrow()
                    / 255;
            assertTrue(covered > .15 && covered < .75, "the mask covers " + covered);
        }
    }

    @Test
    void hairIsWhiteInOldAge() {
        var person = SyntheticIdentity.of(1);
        assertTrue(brightness(AgedPerson.of(person, 85).hair()) > 200);
        assertEquals(person.colouring().hair(), AgedPerson.of(person, 25).hair());
    }

    @Test
    void anImpossibleAgeOrSizeIsNamed() {
        var person = SyntheticIdentity.of(1);
        assertThrows(IllegalArgumentException.class, () -> SyntheticFace.draw(person, 121, SCENE, 64));
        var error = assertThrows(IllegalArgumentException.class, () -> SyntheticFace.draw(person, 20, SCENE, 4));
        assertEquals("size must be from 8 to 2048 pixels but is 4; try 64", error.getMessage());
    }

    @Test
    void anEvenSeedIsAManAndAnOddOneAWoman() {
        assertEquals(Sex.MALE, SyntheticIdentity.of(10).sex());
        assertEquals(Sex.FEMALE, SyntheticIdentity.of(11).sex());
        assertFalse(SyntheticIdentity.of(10).equals(SyntheticIdentity.of(12)));
    }

    private static double brightness(Color colour) {
        return (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3.0;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** The mean absolute difference of two images, in levels from 0 to 255. */
    private static double distance(BufferedImage one, BufferedImage other) {
        int[] a = pixels(one);
        int[] b = pixels(other);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs(((a[i] >> shift) & 255) - ((b[i] >> shift) & 255));
            }
        }
        return sum / (3.0 * a.length);
    }
}
