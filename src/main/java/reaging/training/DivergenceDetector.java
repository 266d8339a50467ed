package reaging.training;

import java.util.Optional;
import reaging.run.Metrics;

/** Detects divergence of the training within a few steps. */
final class DivergenceDetector {
    /** Number of consecutive bad steps that count as collapse, so that one odd batch does not. */
    static final int PATIENCE = 10;

    /** A discriminator with a lower loss is never wrong and no longer teaches anything. Healthy runs stay above 0.5. */
    private static final double WON = 0.01;

    /** A discriminator with a higher loss has diverged. Healthy runs stay below 10, even after their first steps. */
    private static final double LOST = 1000;

    /** Number of consecutive overflows after which the loss scale is at its minimum and has not helped. */
    private static final int MOST_OVERFLOWS = 20;

    /** Faces with a lower {@link Diversity} are all the same. Healthy runs stay above 0.2. */
    private static final double ALIKE = 0.01;

    private final DivergenceChecks watched;
    private int won;
    private int lost;
    private int alike;
    private int overflows;

    DivergenceDetector(DivergenceChecks watched) {
        this.watched = watched;
    }

    /** Checks a step and returns what is wrong, if anything. */
    Optional<String> trouble(Metrics step) {
        if (!step.finite()) {
            return Optional.of("losses must be finite but are " + step.lossesText());
        }
        overflows = step.overflowed() ? overflows + 1 : 0;
        if (overflows >= MOST_OVERFLOWS) {
            return Optional.of("gradients must be finite but were not for " + MOST_OVERFLOWS + " steps");
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
                return Optional.of("re-aged faces must differ but were all the same for " + PATIENCE
                        + " steps (diversity " + step.diversity() + ")");
            }
        }
        return Optional.empty();
    }

    /** Whether the last steps looked healthy, so that a checkpoint taken now is one to return to. */
    boolean calm() {
        return overflows == 0 && won == 0 && lost == 0 && alike == 0;
    }
}
