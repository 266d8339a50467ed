package reaging.evaluation.measures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The usual classes of the individual typology angle (Del Bino and Bernerd 2013), from light to dark. */
public enum SkinTone {
    VERY_LIGHT(55),
    LIGHT(41),
    INTERMEDIATE(28),
    TAN(10),
    BROWN(-30),
    DARK(Double.NEGATIVE_INFINITY);

    private final double above; // degrees

    SkinTone(double above) {
        this.above = above;
    }

    /** Returns the class of an angle in degrees; empty for NaN. */
    public static Optional<SkinTone> of(double typologyAngle) {
        return Arrays.stream(values())
                .filter(tone -> typologyAngle > tone.above)
                .findFirst();
    }

    /** Returns the label in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
