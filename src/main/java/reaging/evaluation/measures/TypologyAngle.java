package reaging.evaluation.measures;

import java.util.ArrayList;
import java.util.List;

/**
 * The individual typology angle (ITA), which orders skin from light to dark: atan((L* - 50) / b*) in degrees (Chardon et al.
 * 1991).
 *
 * <p>Dermatologists measure it with a colorimeter under a lamp of its own. On a photo it tells of skin, lighting, exposure, white
 * balance and make-up together, and on faces of 64 to 256 pixels of few pixels (Merler et al. 2019 use it so, for lack of
 * better). It serves to compare many people, and says nothing certain of one: on 950 UTKFace photos a region a tenth of the
 * image higher, with more light on it, gave 12 degrees more at the median and another {@link SkinTone} for half of the faces, for
 * three quarters of those the next one.
 */
public final class TypologyAngle {
    // Of a side: cheeks and nose, above the mouth both in UTKFace's crops and in FFHQ's and below the eyes in both.
    private static final double TOP = .48;
    private static final double BOTTOM = .6;
    private static final double LEFT = .25;
    private static final double RIGHT = .75;

    /** The yellowness b* that skin has at least; a black-and-white photo has none, and no angle. */
    private static final double LEAST_YELLOWNESS = 1;

    private TypologyAngle() {}

    /**
     * The median over the skin in the middle of a face.
     *
     * @param face an aligned crop, [S][S][3] in [-1, 1]
     * @param mask [S][S][1], 1 = face; null: there is none
     * @return in degrees; NaN if no more than half of the region's pixels have a colour that skin can have
     */
    public static double of(float[][][] face, float[][][] mask) {
        List<CieLab> colours = new ArrayList<>();
        for (int y = at(TOP, face); y < at(BOTTOM, face); y++) {
            for (int x = at(LEFT, face); x < at(RIGHT, face); x++) {
                if (mask == null || mask[y][x][0] >= .5f) {
                    colours.add(colour(face[y][x]));
                }
            }
        }
        double[] angles = colours.stream()
                .filter(colour -> colour.yellowness() >= LEAST_YELLOWNESS)
                .mapToDouble(TypologyAngle::of)
                .sorted()
                .toArray();
        return 2 * angles.length <= colours.size()
                ? Double.NaN
                : (angles[(angles.length - 1) / 2] + angles[angles.length / 2]) / 2;
    }

    private static int at(double part, float[][][] face) {
        return (int) Math.round(part * face.length);
    }

    private static CieLab colour(float[] pixel) {
        return CieLab.ofSrgb((pixel[0] + 1) / 2, (pixel[1] + 1) / 2, (pixel[2] + 1) / 2);
    }

    /** Of one colour, in degrees. */
    static double of(CieLab colour) {
        return Math.toDegrees(Math.atan2(colour.lightness() - 50, colour.yellowness()));
    }
}
