package reaging.app.shell;

import java.awt.image.BufferedImage;

/** A picture that is drawn already. */
public record Drawing(String title, BufferedImage image) implements Picture {
    @Override
    public String toString() {
        return Picture.line(this);
    }
}
