package reaging.faces;

import reaging.data.FivePoints;

/**
 * Which part of a crop belongs to the person: 1 there, 0 at the background, and in between along the edge.
 *
 * @param cells at any size, one number a cell
 */
record FaceMask(Grid cells) {
    private static final int ELLIPSE_SIDE = 224;

    /** What a network takes for a person counts from here on. */
    private static final float PERSON = .5f;

    /** Half of the middle of a crop, as a part of its side: there is face in every crop. */
    private static final double MIDDLE = .2;

    /** The part of the middle that is person where one was found: holes, as in the lenses of glasses, are allowed. */
    private static final double FOUND = .8;

    /** An ellipse from the brows to the chin, soft at its edge, for a face that lies as in a frame. */
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

    /** Whether the middle of the crop belongs to the person, as it does in a crop of a face. */
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

    /** As a model is trained with it: all or nothing, [S * S]. */
    float[] hard(int side) {
        float[] reduced = cells.reducedTo(side).values();
        for (int i = 0; i < reduced.length; i++) {
            reduced[i] = reduced[i] > PERSON ? 1 : 0;
        }
        return reduced;
    }

    /** How much of a place from (0, 0) to (1, 1) belongs to the person. */
    float at(double u, double v) {
        return cells.linear(u, v);
    }
}
