package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reaging.data.FivePoints.Point;

class AgedFaceTest {
    private static final Region REGION = new Region(new Point(60, 50), 40, .3);

    private static BufferedImage noise(int type) {
        var random = new SplittableRandom(1);
        var picture = new BufferedImage(120, 100, type);
        for (int i = 0; i < 12_000; i++) {
            picture.setRGB(i % 120, i / 120, random.nextInt());
        }
        return picture;
    }

    private static BufferedImage copy(BufferedImage picture) {
        return new BufferedImage(picture.getColorModel(), picture.copyData(null), false, null);
    }

    private static Grid grey(float level) {
        var values = new float[16 * 16 * 3];
        Arrays.fill(values, level);
        return new Grid(values, 16, 3);
    }

    private static FaceMask everywhere() {
        return new FaceMask(new Grid(new float[] {1}, 1, 1));
    }

    private static AgedFace face(float before, float after, FaceMask mask) {
        return new AgedFace(new AlignedFace(REGION, grey(before), mask), grey(after));
    }

    @Test
    void outsideTheFeatherEveryPixelStaysAsItIs() {
        var before = noise(BufferedImage.TYPE_INT_RGB);
        var after = copy(before);
        face(-1, 1, everywhere()).pasteInto(after);
        int changed = 0;
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 120; x++) {
                var place = REGION.fromPhoto(new Point(x + .5, y + .5));
                boolean inside = place.x() > 0 && place.x() < 1 && place.y() > 0 && place.y() < 1;
                if (!inside) {
                    assertEquals(before.getRGB(x, y), after.getRGB(x, y));
                }
                changed += before.getRGB(x, y) != after.getRGB(x, y) ? 1 : 0;
            }
        }
        assertTrue(changed > 500, "changed " + changed);
    }

    @Test
    void theChangeIsAddedAndThePhotoKeepsItsDetail() {
        var before = noise(BufferedImage.TYPE_INT_RGB);
        var after = copy(before);
        face(0, 20 / 127.5f, everywhere()).pasteInto(after);
        for (int x = 55; x < 65; x++) {
            int old = before.getRGB(x, 50) & 0xff;
            assertEquals(Math.min(255, old + 20), after.getRGB(x, 50) & 0xff);
        }
    }

    @Test
    void aFaceThatDidNotChangeLeavesThePhotoAsItIs() {
        var before = noise(BufferedImage.TYPE_INT_RGB);
        var after = copy(before);
        face(.5f, .5f, everywhere()).pasteInto(after);
        for (int i = 0; i < 12_000; i++) {
            assertEquals(before.getRGB(i % 120, i / 120), after.getRGB(i % 120, i / 120));
        }
    }

    @Test
    void replacingShowsWhatTheModelMade() {
        var after = noise(BufferedImage.TYPE_INT_RGB);
        face(-1, 0, everywhere()).pasteInto(after, Paste.REPLACE);
        assertEquals(0xff808080, after.getRGB(60, 50));
    }

    @Test
    void whatIsNotThePersonStaysAsItIs() {
        var before = noise(BufferedImage.TYPE_INT_RGB);
        var after = copy(before);
        face(-1, 1, new FaceMask(new Grid(new float[] {0}, 1, 1))).pasteInto(after);
        assertEquals(before.getRGB(60, 50), after.getRGB(60, 50));
    }

    @Test
    void opacityStaysAsItIs() {
        var before = noise(BufferedImage.TYPE_INT_ARGB);
        var after = copy(before);
        face(-1, 1, everywhere()).pasteInto(after);
        for (int i = 0; i < 12_000; i++) {
            assertEquals(before.getRGB(i % 120, i / 120) >>> 24, after.getRGB(i % 120, i / 120) >>> 24);
        }
    }

    @Test
    void aFaceAtTheEdgeOfThePhotoIsPastedAsFarAsItIsThere() {
        var region = new Region(new Point(2, 2), 40, 0);
        var after = new BufferedImage(120, 100, BufferedImage.TYPE_INT_RGB);
        new AgedFace(new AlignedFace(region, grey(-1), everywhere()), grey(1)).pasteInto(after);
        assertEquals(0xffffffff, after.getRGB(0, 0));
        assertEquals(0xff000000, after.getRGB(60, 60));
    }
}
