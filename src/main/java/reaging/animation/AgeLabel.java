package reaging.animation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Draws the age in the corner of a frame, white with a dark edge, to be legible on any background. */
final class AgeLabel {
    /** Height of the letters as a fraction of the picture's. */
    private static final double SIZE = .08;

    private static final int LEAST_SIZE = 14;
    private static final Color EDGE = new Color(0x202020);

    private AgeLabel() {}

    /** Draws an age, in whole years, at the bottom left. */
    static void draw(double age, BufferedImage frame) {
        int size = (int) Math.max(LEAST_SIZE, Math.round(SIZE * frame.getHeight()));
        var graphics = frame.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(size / 2.0, frame.getHeight() - size / 2.0);
        var letters = new Font(Font.SANS_SERIF, Font.BOLD, size)
                .createGlyphVector(graphics.getFontRenderContext(), String.valueOf(Math.round(age)))
                .getOutline();
        graphics.setStroke(new BasicStroke(size / 6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(EDGE);
        graphics.draw(letters);
        graphics.setColor(Color.WHITE);
        graphics.fill(letters);
        graphics.dispose();
    }
}
