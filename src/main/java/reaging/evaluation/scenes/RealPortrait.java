package reaging.evaluation.scenes;

import java.awt.image.BufferedImage;
import java.util.OptionalDouble;
import reaging.data.FivePoints;
import reaging.pictures.Square;

/**
 * A portrait of a real person on a crop like UTKFace's. Their appearance at other ages and their mask are unknown.
 *
 * @param crop crop of any size
 */
record RealPortrait(BufferedImage crop) implements Portrait {
    /** Width of the face in a UTKFace crop as a fraction of the crop's width. */
    private static final double FACE_WIDTH = .8;

    /** Returns the mean points, from which a single crop deviates by 4 to 5 % of the eye distance. */
    @Override
    public FivePoints points() {
        return FivePoints.UTKFACE;
    }

    @Override
    public double faceWidth() {
        return FACE_WIDTH;
    }

    @Override
    public boolean isDrawn() {
        return false;
    }

    @Override
    public BufferedImage picture(OptionalDouble age, int side) {
        if (age.isPresent()) {
            throw new IllegalArgumentException(
                    "the appearance of a real person is unknown at age " + age.getAsDouble());
        }
        return Square.picture(crop, side);
    }

    @Override
    public BufferedImage mask(int side) {
        throw new IllegalArgumentException("a crop of a real person has no mask");
    }
}
