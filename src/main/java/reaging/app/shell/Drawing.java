package reaging.app.shell;

import java.awt.image.BufferedImage;

/** A finished picture. */
public record Drawing(String title, BufferedImage image) implements Picture {
    @Override
    public String toString() {
        return Picture.line(this);
    }
}
