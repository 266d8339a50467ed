package reaging.training;

import java.util.Optional;
import reaging.run.Metrics;

/** Sees within a few steps that training goes wrong. */
final class DivergenceDetector {
    /** Steps in a row that must look bad, so that one odd batch is no collapse. */
    static final int PATIENCE = 10;

    /** A discriminator with a lower loss is never wrong: it teaches nothing any more. Healthy runs stay above 0.5. */
    private static final double WON = 0.01;

    /** One with a higher loss has gone out of bounds. Healthy runs stay below 10, after their first steps too. */
    private static final double LOST = 1000;

    /** Overflows in a row after which the loss scale is at its smallest and has not helped. */
    private static final int MOST_OVERFLOWS = 20;

    /** Faces of a lower {@link Diversity} are one face. Healthy runs stay above 0.2. */
    private static final double ALIKE = 0.01;

    private final DivergenceChecks watched;
    private int won;
    private int lost;
    private int alike;
    private int overflows;

    DivergenceDetector(DivergenceChecks watched) {
        this.watched = watched;
    }

    /** Looks at a step; what is wrong, if anything is. */
    Optional<String> trouble(Metrics step) {
        if (!step.finite()) {
            return Optional.of("losses must be numbers but are " + step.lossesText());
        }
        overflows = step.overflowed() ? overflows + 1 : 0;
        if (overflows >= MOST_OVERFLOWS) {
            return Optional.of("gradients must be numbers but were none for " + MOST_OVERFLOWS + " steps");
        }
        if (watched == DivergenceChecks.ALL) {
            double discriminator = step.real() + step.fake();
            won = discriminator < WON ? won + 1 : 0;
            lost = discriminator > LOST ? lost + 1 : 0;
            alike = step.diversity() < ALIKE ? alike + 1 : 0;
            if (won >= PATIENCE) {
                return Optional.of("the discriminator must be wrong now and then but its loss was below " + WON
                        + " for " + PATIENCE + " steps");
            }
            if (lost >= PATIENCE) {
                return Optional.of("the discriminator's loss must stay in bounds but was above " + LOST + " for "
                        + PATIENCE + " steps");
            }
            if (alike >= PATIENCE) {
                return Optional.of("re-aged faces must differ but were all alike for " + PATIENCE + " steps (diversity "
                        + step.diversity() + ")");
            }
        }
        return Optional.empty();
    }

    /** Whether the last steps looked well: a checkpoint of now is one to go back to. */
    boolean calm() {
        return overflows == 0 && won == 0 && lost == 0 && alike == 0;
    }
}
