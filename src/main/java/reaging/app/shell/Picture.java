package reaging.app.shell;

import java.awt.image.BufferedImage;

/** Something to look at, for {@link Shell#show}. */
public sealed interface Picture permits Drawing, Face, Features, Gallery, Plot {
    /** What it is, in a few words; the name of its file is made of it. */
    String title();

    /** It, drawn. */
    BufferedImage image();

    /** The title and the size, as a line. */
    static String line(Picture picture) {
        var image = picture.image();
        return picture.title() + ", " + image.getWidth() + " x " + image.getHeight() + " pixels; show(it) shows it";
    }
}
