package reaging.evaluation.scenes;

import java.awt.image.BufferedImage;
import java.util.OptionalDouble;
import reaging.data.FivePoints;
import reaging.pictures.Square;

/**
 * A real person on a crop like those of UTKFace. What they look like at other ages is not known, nor is a mask.
 *
 * @param crop of any size
 */
record RealPortrait(BufferedImage crop) implements Portrait {
    /** What a face fills of the width of a crop of UTKFace. */
    private static final double FACE_WIDTH = .8;

    /** The mean places: of one crop they are off by 4 to 5 % of the eye distance. */
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
            throw new IllegalArgumentException("nobody knows what a real person looks like at " + age.getAsDouble());
        }
        return Square.picture(crop, side);
    }

    @Override
    public BufferedImage mask(int side) {
        throw new IllegalArgumentException("a crop of a real person has no mask");
    }
}
