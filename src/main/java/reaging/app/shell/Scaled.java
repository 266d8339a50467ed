package reaging.app.shell;

import java.awt.Image;
import java.awt.image.BufferedImage;

/** Scales pictures for the screen. */
final class Scaled {
    private Scaled() {}

    /** Averages what falls on one pixel, so that thin lines of a chart remain visible. */
    static BufferedImage to(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return scaled;
    }
}
