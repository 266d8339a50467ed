package reaging.faces;

import reaging.data.FivePoints;

/**
 * A mask of the person in a crop: 1 for the person, 0 for the background, and in between along the edge.
 *
 * @param cells grid of any size with one number per cell
 */
record FaceMask(Grid cells) {
    private static final int ELLIPSE_SIDE = 224;

    /** Probability from which a pixel counts as person. */
    private static final float PERSON = .5f;

    /** Half the side of a crop's central area, where every crop shows face, as a fraction of its side. */
    private static final double MIDDLE = .2;

    /** Fraction of the central area that must be person; this allows holes, such as the lenses of glasses. */
    private static final double FOUND = .8;

    /** Draws a soft-edged ellipse from the brows to the chin, for a face that lies as in a frame. */
    static FaceMask ellipse(FivePoints frame) {
        var eyes = frame.leftEye().middle(frame.rightEye());
        var mouth = frame.leftMouth().middle(frame.rightMouth());
        double middleX = (eyes.x() + mouth.x()) / 2;
        double middleY = eyes.y() + .45 * (mouth.y() - eyes.y());
        double radiusX = .95 * frame.eyeDistance();
        double radiusY = 1.25 * (mouth.y() - eyes.y());
        var rows = new float[ELLIPSE_SIDE][ELLIPSE_SIDE];
        for (int row = 0; row < ELLIPSE_SIDE; row++) {
            for (int column = 0; column < ELLIPSE_SIDE; column++) {
                double x = ((column + .5) / ELLIPSE_SIDE - middleX) / radiusX;
                double y = ((row + .5) / ELLIPSE_SIDE - middleY) / radiusY;
                rows[row][column] = (float) Feather.step((1.15 - Math.hypot(x, y)) / .3);
            }
        }
        return new FaceMask(Grid.of(rows));
    }

    /** Whether the centre of the crop belongs to the person, as it does in a crop of a face. */
    boolean coversTheMiddle() {
        int covered = 0;
        int all = 0;
        int side = cells.side();
        for (int row = (int) (side * (.5 - MIDDLE)); row < side * (.5 + MIDDLE); row++) {
            for (int column = (int) (side * (.5 - MIDDLE)); column < side * (.5 + MIDDLE); column++) {
                covered += cells.values()[row * side + column] > PERSON ? 1 : 0;
                all++;
            }
        }
        return covered >= FOUND * all;
    }

    /** Returns the mask as in training: zeros and ones, [S * S]. */
    float[] hard(int side) {
        float[] reduced = cells.reducedTo(side).values();
        for (int i = 0; i < reduced.length; i++) {
            reduced[i] = reduced[i] > PERSON ? 1 : 0;
        }
        return reduced;
    }

    /** Returns the mask's value at a position from (0, 0) to (1, 1). */
    float at(double u, double v) {
        return cells.linear(u, v);
    }
}
