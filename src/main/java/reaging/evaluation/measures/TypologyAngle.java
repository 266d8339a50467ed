package reaging.evaluation.measures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The individual typology angle (ITA), which orders skin from light to dark: atan((L* - 50) / b*) in degrees (Chardon et al.
 * 1991).
 *
 * <p>Dermatologists measure it with a colorimeter under its own lamp. In a photo it reflects skin, lighting, exposure, white
 * balance and make-up together, and on faces of 64 to 256 pixels only few pixels (Merler et al. 2019 use it this way, for lack of
 * a better measure). It can compare groups of people but is unreliable for individuals: on 950 UTKFace photos, a region a tenth of
 * the image higher, with more light on it, gave a median of 12 degrees more and another {@link SkinTone} for half of the faces,
 * for three quarters of these the adjacent one.
 */
public final class TypologyAngle {
    // Fractions of a side: cheeks and nose, between eyes and mouth in both UTKFace's and FFHQ's crops.
    private static final double TOP = .48;
    private static final double BOTTOM = .6;
    private static final double LEFT = .25;
    private static final double RIGHT = .75;

    /** Minimum yellowness b* of skin; a black-and-white photo has none, and thus no angle. */
    private static final double LEAST_YELLOWNESS = 1;

    private TypologyAngle() {}

    /**
     * Returns the median over the skin in the middle of a face.
     *
     * @param face aligned crop, [S][S][3] in [-1, 1]
     * @param mask [S][S][1], 1 = face, if the face has one
     * @return angle in degrees; NaN unless more than half of the region's pixels have a possible skin colour
     */
    public static double of(float[][][] face, float @Nullable [][][] mask) {
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

    /** Returns the angle of a colour in degrees. */
    static double of(CieLab colour) {
        return Math.toDegrees(Math.atan2(colour.lightness() - 50, colour.yellowness()));
    }
}
