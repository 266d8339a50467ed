package reaging.app.shell;

import java.awt.image.BufferedImage;

/** Something to look at, for {@link Shell#show}. */
public sealed interface Picture permits Drawing, Face, Features, Gallery, Plot {
    /** Returns a short title, from which the file's name is made. */
    String title();

    /** Draws the picture. */
    BufferedImage image();

    /** Returns the title and the size of a picture in one line. */
    static String line(Picture picture) {
        var image = picture.image();
        return picture.title() + ", " + image.getWidth() + " x " + image.getHeight() + " pixels; show(it) shows it";
    }
}
