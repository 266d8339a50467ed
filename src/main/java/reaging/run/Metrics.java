package reaging.run;

/**
 * The terms of both losses as numbers, before their weights.
 *
 * @param real of the discriminator, on real images
 * @param fake of the discriminator, on re-aged images
 * @param r1 of the discriminator, half the squared slope
 * @param adversarial of the generator
 * @param reconstruction of the generator, mean absolute difference
 * @param cycle of the generator, mean absolute difference
 * @param identity of the generator, 1 - cosine; 0 where a run has no such loss
 */
public record Metrics(
        double real, double fake, double r1, double adversarial, double reconstruction, double cycle, double identity) {
    /** No step yet. */
    public static final Metrics ZERO = new Metrics(0, 0, 0, 0, 0, 0, 0);

    public Metrics plus(Metrics other) {
        return new Metrics(
                real + other.real,
                fake + other.fake,
                r1 + other.r1,
                adversarial + other.adversarial,
                reconstruction + other.reconstruction,
                cycle + other.cycle,
                identity + other.identity);
    }

    public Metrics over(long count) {
        double n = count;
        return new Metrics(real / n, fake / n, r1 / n, adversarial / n, reconstruction / n, cycle / n, identity / n);
    }

    public boolean finite() {
        return Double.isFinite(real + fake + r1 + adversarial + reconstruction + cycle + identity);
    }
}
