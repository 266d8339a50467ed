package reaging.run;

import java.util.Map;
import java.util.Objects;

/**
 * The metrics of a step; the terms of both losses are unweighted.
 *
 * @param real the discriminator's loss on real images
 * @param fake the discriminator's loss on re-aged images
 * @param mismatch the discriminator's loss on real images under their target ages; 0 if a run has no such loss
 * @param r1 the discriminator's gradient penalty, half the squared norm of the gradient
 * @param adversarial the generator's adversarial loss
 * @param reconstruction the generator's reconstruction loss, a mean absolute difference
 * @param cycle the generator's cycle loss, a mean absolute difference
 * @param identity the generator's identity loss, 1 - cosine; 0 if a run has no such loss
 * @param background the generator's change of the background, a mean absolute difference; 0 if a run has no such loss
 * @param diversity diversity of re-aged faces, about 1 if they differ from each other as much as real ones
 * @param finiteGradients share of the steps whose gradients were all finite; in the others nothing moved
 */
public record Metrics(
        double real,
        double fake,
        double mismatch,
        double r1,
        double adversarial,
        double reconstruction,
        double cycle,
        double identity,
        double background,
        double diversity,
        double finiteGradients) {
    /** The metrics before any step. */
    public static final Metrics ZERO = new Metrics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The components, for code that handles them one by one. */
    public enum Term {
        REAL,
        FAKE,
        MISMATCH,
        R1,
        ADVERSARIAL,
        RECONSTRUCTION,
        CYCLE,
        IDENTITY,
        BACKGROUND,
        DIVERSITY,
        FINITE_GRADIENTS
    }

    /**
     * Combines the components.
     *
     * @param values all terms, except that {@link Term#FINITE_GRADIENTS} may be missing, which means 1
     */
    public static Metrics of(Map<Term, Double> values) {
        return new Metrics(
                value(values, Term.REAL),
                value(values, Term.FAKE),
                value(values, Term.MISMATCH),
                value(values, Term.R1),
                value(values, Term.ADVERSARIAL),
                value(values, Term.RECONSTRUCTION),
                value(values, Term.CYCLE),
                value(values, Term.IDENTITY),
                value(values, Term.BACKGROUND),
                value(values, Term.DIVERSITY),
                values.getOrDefault(Term.FINITE_GRADIENTS, 1.0));
    }

    private static double value(Map<Term, Double> values, Term term) {
        return Objects.requireNonNull(values.get(term), term::name);
    }

    /** Returns the sum of these metrics and others. */
    public Metrics plus(Metrics other) {
        return new Metrics(
                real + other.real,
                fake + other.fake,
                mismatch + other.mismatch,
                r1 + other.r1,
                adversarial + other.adversarial,
                reconstruction + other.reconstruction,
                cycle + other.cycle,
                identity + other.identity,
                background + other.background,
                diversity + other.diversity,
                finiteGradients + other.finiteGradients);
    }

    /** Returns the means, if these metrics are sums over {@code count} steps. */
    public Metrics over(long count) {
        double n = count;
        return new Metrics(
                real / n,
                fake / n,
                mismatch / n,
                r1 / n,
                adversarial / n,
                reconstruction / n,
                cycle / n,
                identity / n,
                background / n,
                diversity / n,
                finiteGradients / n);
    }

    /** Whether all losses are finite. */
    public boolean finite() {
        return Double.isFinite(
                real + fake + mismatch + r1 + adversarial + reconstruction + cycle + identity + background);
    }

    /** Whether a gradient was not finite, so that nothing moved. */
    public boolean overflowed() {
        return finiteGradients < 1;
    }

    /** Returns the losses in one line, such as "real 0.7, fake NaN, ...". */
    public String lossesText() {
        return "real " + real + ", fake " + fake + ", mismatch " + mismatch + ", r1 " + r1 + ", adversarial "
                + adversarial + ", reconstruction " + reconstruction + ", cycle " + cycle + ", identity " + identity
                + ", background " + background;
    }
}
