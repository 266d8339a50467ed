package reaging.evaluation.scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import reaging.data.FivePoints.Point;
import reaging.faces.Region;

class ChangesTest {
    private static final Region CROP = new Region(new Point(50, 50), 40, 0);

    /** Grey with a square of another grey. */
    private static BufferedImage picture(int left, int side, int level) {
        var picture = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, 100, 100);
        graphics.setColor(new Color(level, level, level));
        graphics.fillRect(left, left, side, side);
        graphics.dispose();
        return picture;
    }

    private static Changes.Means between(BufferedImage before, BufferedImage after) {
        var changes = new Changes();
        changes.add(before, after, List.of(CROP));
        return changes.means();
    }

    @Test
    void pixelsBeyondTheCropAreCounted() {
        assertEquals(0, between(picture(0, 0, 0), picture(40, 20, 255)).outside());
        assertEquals(16, between(picture(0, 0, 0), picture(2, 4, 255)).outside());
    }

    @Test
    void anEdgeInTheBorderRaisesItsGradient() {
        var smooth = between(picture(0, 0, 0), picture(40, 20, 255)); // an edge far inside
        assertEquals(0, smooth.borderAfter(), 1e-9);
        var hard = between(picture(0, 0, 0), picture(32, 36, 255)); // an edge in the border
        assertEquals(0, hard.borderBefore(), 1e-9);
        assertTrue(hard.borderAfter() > 5, hard.toString());
    }

    @Test
    void peopleAreComparedWithTheTruthAndTheRestWithTheInput() {
        var changes = new Changes();
        var mask = picture(40, 20, 255);
        var black = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        black.createGraphics().drawImage(mask.getSubimage(40, 40, 20, 20), 40, 40, null);
        changes.addTruth(picture(40, 20, 100), picture(40, 20, 110), picture(40, 20, 130), black, List.of(CROP));
        var means = changes.means();
        assertEquals(20, means.output(), 1e-9);
        assertEquals(30, means.input(), 1e-9);
        assertEquals(0, means.background(), 1e-9);
    }
}
