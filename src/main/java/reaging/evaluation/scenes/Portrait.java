package reaging.evaluation.scenes;

import java.awt.image.BufferedImage;
import java.util.OptionalDouble;
import reaging.data.FivePoints;

/** Somebody whose square picture can be put into a scene. */
public sealed interface Portrait permits DrawnPortrait, RealPortrait {
    /** Where the points of the face lie, in shares of the picture's side. */
    FivePoints points();

    /** From cheek to cheek, in shares of the picture's side. */
    double faceWidth();

    /** Whether there are true pictures at other ages, and masks. */
    boolean isDrawn();

    /**
     * The person.
     *
     * @param age in years; empty: their own
     * @param side of the picture, in pixels
     */
    BufferedImage picture(OptionalDouble age, int side);

    /**
     * Where the person is: white there.
     *
     * @param side of the picture, in pixels
     */
    BufferedImage mask(int side);
}
