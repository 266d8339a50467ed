package reaging.pictures;

import java.io.IOException;
import java.util.Locale;

/** Thrown if a picture has more pixels than the caller allows. */
public final class TooManyPixels extends IOException {
    private static final long serialVersionUID = 1;

    TooManyPixels(int width, int height, long most) {
        super(String.format(
                Locale.ROOT,
                "must have at most %,d pixels but has %d x %d, which are %,d",
                most,
                width,
                height,
                (long) width * height));
    }
}
