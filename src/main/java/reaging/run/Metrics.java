package reaging.run;

import java.util.Map;
import java.util.Objects;

/**
 * What a step measures, as numbers; the terms of both losses are those before their weights.
 *
 * @param real of the discriminator, on real images
 * @param fake of the discriminator, on re-aged images
 * @param r1 of the discriminator, half the squared slope
 * @param adversarial of the generator
 * @param reconstruction of the generator, mean absolute difference
 * @param cycle of the generator, mean absolute difference
 * @param identity of the generator, 1 - cosine; 0 where a run has no such loss
 * @param diversity of re-aged faces, about 1 for faces as unlike each other as real ones
 * @param finiteGradients share of the steps whose gradients were all numbers; in the others nothing moved
 */
public record Metrics(
        double real,
        double fake,
        double r1,
        double adversarial,
        double reconstruction,
        double cycle,
        double identity,
        double diversity,
        double finiteGradients) {
    /** No step yet. */
    public static final Metrics ZERO = new Metrics(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The components, for whoever handles them one by one. */
    public enum Term {
        REAL,
        FAKE,
        R1,
        ADVERSARIAL,
        RECONSTRUCTION,
        CYCLE,
        IDENTITY,
        DIVERSITY,
        FINITE_GRADIENTS
    }

    /**
     * Puts them together.
     *
     * @param values all but perhaps {@link Term#FINITE_GRADIENTS}, which is 1 where nobody looked
     */
    public static Metrics of(Map<Term, Double> values) {
        return new Metrics(
                value(values, Term.REAL),
                value(values, Term.FAKE),
                value(values, Term.R1),
                value(values, Term.ADVERSARIAL),
                value(values, Term.RECONSTRUCTION),
                value(values, Term.CYCLE),
                value(values, Term.IDENTITY),
                value(values, Term.DIVERSITY),
                values.getOrDefault(Term.FINITE_GRADIENTS, 1.0));
    }

    private static double value(Map<Term, Double> values, Term term) {
        return Objects.requireNonNull(values.get(term), term::name);
    }

    /** Their sums. */
    public Metrics plus(Metrics other) {
        return new Metrics(
                real + other.real,
                fake + other.fake,
                r1 + other.r1,
                adversarial + other.adversarial,
                reconstruction + other.reconstruction,
                cycle + other.cycle,
                identity + other.identity,
                diversity + other.diversity,
                finiteGradients + other.finiteGradients);
    }

    /** Their means, where they are sums of {@code count}. */
    public Metrics over(long count) {
        double n = count;
        return new Metrics(
                real / n,
                fake / n,
                r1 / n,
                adversarial / n,
                reconstruction / n,
                cycle / n,
                identity / n,
                diversity / n,
                finiteGradients / n);
    }

    /** Whether all losses are numbers. */
    public boolean finite() {
        return Double.isFinite(real + fake + r1 + adversarial + reconstruction + cycle + identity);
    }

    /** Whether a gradient was no number, so that nothing moved. */
    public boolean overflowed() {
        return finiteGradients < 1;
    }

    /** The losses in one line, such as "real 0.7, fake NaN, ...". */
    public String lossesText() {
        return "real " + real + ", fake " + fake + ", r1 " + r1 + ", adversarial " + adversarial + ", reconstruction "
                + reconstruction + ", cycle " + cycle + ", identity " + identity;
    }
}
