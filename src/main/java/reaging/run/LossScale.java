package reaging.run;

/**
 * The factor that scales float16 losses, whose gradients would often underflow otherwise: as large as possible without an
 * overflow. Micikevicius et al. 2018, section 3.2 and its dynamic form.
 *
 * @param factor the factor, a power of two
 * @param goodSteps steps without an overflow since it last changed
 */
public record LossScale(float factor, int goodSteps) {
    /** The initial scale. */
    public static final LossScale INITIAL = new LossScale(1 << 15, 0);

    private static final int STEPS_TO_GROW = 2000;

    /** Returns the scale after a step: halved if gradients overflowed, so that nothing moved; doubled after many good steps. */
    public LossScale after(boolean overflowed) {
        if (overflowed) {
            return new LossScale(Math.max(1, factor / 2), 0);
        }
        return goodSteps + 1 < STEPS_TO_GROW ? new LossScale(factor, goodSteps + 1) : new LossScale(2 * factor, 0);
    }
}
