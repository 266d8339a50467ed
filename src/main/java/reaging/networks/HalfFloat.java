package reaging.networks;

/** Converts half precision, IEEE 754 binary16; Java can do this itself from version 20. */
final class HalfFloat {
    private static final int EXPONENT_SHIFT = 10;
    private static final int EXPONENT_MASK = 0x1f;
    private static final int FRACTION_MASK = 0x3ff;

    private HalfFloat() {}

    static float toFloat(short bits) {
        int sign = (bits & 0x8000) == 0 ? 1 : -1;
        int exponent = bits >> EXPONENT_SHIFT & EXPONENT_MASK;
        int fraction = bits & FRACTION_MASK;
        if (exponent == EXPONENT_MASK) {
            return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        return exponent == 0
                ? sign * Math.scalb((float) fraction, -24) // subnormal
                : sign * Math.scalb((float) (fraction + (1 << EXPONENT_SHIFT)), exponent - 25);
    }
}
