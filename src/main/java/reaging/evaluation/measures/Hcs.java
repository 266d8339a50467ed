package reaging.evaluation.measures;

/** The harmonic consistency score: neither copying the input nor replacing the person scores well. */
public final class Hcs {
    /** Age error with a score of 0, in years. */
    private static final double WORST_AGE_ERROR = 40;

    private Hcs() {}

    /**
     * Returns 2ab / (a + b) for a = 1 - age error / 40 and b = identity, both clipped to 0..1; the form of Cradle2Cane (2025).
     *
     * @param ageError mean absolute age error in years
     * @param identity 0 for different people, 1 for the same picture
     */
    public static double of(double ageError, double identity) {
        double a = Math.max(0, 1 - ageError / WORST_AGE_ERROR);
        double b = Math.min(1, Math.max(0, identity));
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }
}
