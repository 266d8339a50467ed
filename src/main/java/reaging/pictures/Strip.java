package reaging.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws pictures of the same size side by side, with a title above each. */
public final class Strip {
    /** Larger pictures are reduced to this height or width in pixels, so that a strip can be viewed as a whole. */
    private static final int MOST_SIDE = 720;

    private Strip() {}

    /**
     * Puts pictures side by side.
     *
     * @param titles titles, one for each picture
     */
    public static BufferedImage of(List<String> titles, List<BufferedImage> pictures) {
        var first = pictures.get(0);
        double scale = Math.min(1, MOST_SIDE / (double) Math.max(first.getWidth(), first.getHeight()));
        int width = (int) Math.max(1, Math.round(scale * first.getWidth()));
        int height = (int) Math.max(1, Math.round(scale * first.getHeight()));
        int header = Math.max(16, height / 16);
        var strip = new BufferedImage(pictures.size() * width, header + height, BufferedImage.TYPE_INT_RGB);
        var graphics = strip.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, strip.getWidth(), header);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, header * 3 / 4));
        for (int i = 0; i < pictures.size(); i++) {
            graphics.drawString(titles.get(i), i * width + header / 4, header * 3 / 4);
            graphics.drawImage(reduced(pictures.get(i), width, height), i * width, header, width, height, null);
        }
        graphics.dispose();
        return strip;
    }

    /** Reduces a picture by repeated halving, since a bilinear resize uses only 2 x 2 pixels and would skip others. */
    private static BufferedImage reduced(BufferedImage picture, int width, int height) {
        var current = picture;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            var half = new BufferedImage(current.getWidth() / 2, current.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            var graphics = half.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(current, 0, 0, half.getWidth(), half.getHeight(), null);
            graphics.dispose();
            current = half;
        }
        return current;
    }
}
