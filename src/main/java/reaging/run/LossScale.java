package reaging.run;

/**
 * The factor of losses in float16, whose gradients would often be too small for it: as large as it goes without an overflow.
 * Micikevicius et al. 2018, section 3.2 and its dynamic form.
 *
 * @param factor a power of two
 * @param goodSteps since it last changed
 */
public record LossScale(float factor, int goodSteps) {
    /** At first. */
    public static final LossScale INITIAL = new LossScale(1 << 15, 0);

    private static final int STEPS_TO_GROW = 2000;

    /** After a step: half where gradients overflowed, so that nothing moved; twice after many good steps. */
    public LossScale after(boolean overflowed) {
        if (overflowed) {
            return new LossScale(Math.max(1, factor / 2), 0);
        }
        return goodSteps + 1 < STEPS_TO_GROW ? new LossScale(factor, goodSteps + 1) : new LossScale(2 * factor, 0);
    }
}
