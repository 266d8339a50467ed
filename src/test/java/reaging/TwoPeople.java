package reaging;

import java.awt.Color;
import java.awt.image.BufferedImage;
import reaging.data.synthetic.SyntheticFaces;

/** Two drawn people side by side. */
public final class TwoPeople {
    private TwoPeople() {}

    /** A picture of 800 x 500 pixels. */
    public static BufferedImage picture() {
        var picture = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(0x88A0A8));
        graphics.fillRect(0, 0, 800, 500);
        graphics.drawImage(new SyntheticFaces(2, 9, 256).draw(0, 30).image(), 60, 100, null);
        graphics.drawImage(new SyntheticFaces(2, 9, 320).draw(1, 30).image(), 420, 120, null);
        graphics.dispose();
        return picture;
    }
}
