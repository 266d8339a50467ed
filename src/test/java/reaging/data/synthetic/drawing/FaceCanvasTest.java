package reaging.data.synthetic.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import reaging.data.synthetic.person.SmoothPath;

class FaceCanvasTest {
    private static final int SIDE = 20;

    /** A canvas whose left half is face: x from 0 to .5 in its own frame, and black. */
    private static FaceCanvas half() {
        var canvas = new FaceCanvas(SIDE, AffineTransform.getScaleInstance(SIDE, SIDE));
        canvas.silhouette(new Rectangle2D.Double(0, 0, .5, 1), Color.BLACK);
        return canvas;
    }

    @Test
    void nothingButASilhouetteAddsToTheMask() {
        try (var canvas = half()) {
            canvas.fill(new Rectangle2D.Double(0, 0, 1, .5), Color.WHITE);
            canvas.glow(.5, .5, .4, .4, Color.RED, 1);
            canvas.line(SmoothPath.from(0, .9).to(1, .9).open(), .1, Color.GREEN);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    assertEquals(x < SIDE / 2 ? 255 : 0, canvas.pixels()[y * SIDE + x] >>> 24, x + ", " + y);
                }
            }
        }
    }

    @Test
    void aGlowFadesFromItsCentreToNothingAtItsRadius() {
        try (var canvas = half()) {
            // Its centre is that of pixel (5, 10); pixel (7, 10) is half a radius away: (1 - 1/4)² = .5625.
            canvas.glow(5.5 / SIDE, 10.5 / SIDE, 4.0 / SIDE, 8.0 / SIDE, Color.WHITE, 1);
            assertEquals(255, canvas.pixels()[10 * SIDE + 5] & 255);
            assertEquals(Math.round(.5625 * 255), canvas.pixels()[10 * SIDE + 7] & 255);
            assertEquals(Math.round(.5625 * 255), canvas.pixels()[14 * SIDE + 5] & 255);
            assertEquals(0, canvas.pixels()[10 * SIDE + 9] & 255);
        }
    }
}
