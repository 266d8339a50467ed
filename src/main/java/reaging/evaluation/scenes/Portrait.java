package reaging.evaluation.scenes;

import java.awt.image.BufferedImage;
import java.util.OptionalDouble;
import reaging.data.FivePoints;

/** A person whose square picture can be placed in a scene. */
public sealed interface Portrait permits DrawnPortrait, RealPortrait {
    /** Returns the points of the face as fractions of the picture's side. */
    FivePoints points();

    /** Returns the width of the face from cheek to cheek, as a fraction of the picture's side. */
    double faceWidth();

    /** Whether true pictures at other ages and masks are available. */
    boolean isDrawn();

    /**
     * Returns a picture of the person.
     *
     * @param age age in years; empty: their own
     * @param side side of the picture in pixels
     */
    BufferedImage picture(OptionalDouble age, int side);

    /**
     * Returns the mask, white for the person.
     *
     * @param side side of the picture in pixels
     */
    BufferedImage mask(int side);
}
