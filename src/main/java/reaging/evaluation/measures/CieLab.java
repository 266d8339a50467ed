package reaging.evaluation.measures;

/**
 * A colour in the perceptual space CIE 1976 L*a*b* (CIE 15) under daylight D65.
 *
 * @param lightness L*, 0 black to 100 white
 * @param redness a*, green below 0
 * @param yellowness b*, blue below 0
 */
record CieLab(double lightness, double redness, double yellowness) {
    /** Converts red, green and blue in [0, 1] as stored in files (sRGB, IEC 61966-2-1). */
    static CieLab ofSrgb(double red, double green, double blue) {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        // XYZ relative to that of white, which is the sum of each row.
        double x = root((.4124564 * r + .3575761 * g + .1804375 * b) / .95047);
        double y = root(.2126729 * r + .7151522 * g + .0721750 * b);
        double z = root((.0193339 * r + .1191920 * g + .9503041 * b) / 1.08883);
        return new CieLab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double linear(double value) {
        return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
    }

    /** Returns the cube root, replaced by a straight line near black. */
    private static double root(double value) {
        return value > 216. / 24389 ? Math.cbrt(value) : (24389. / 27 * value + 16) / 116;
    }
}
