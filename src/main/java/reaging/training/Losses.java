package reaging.training;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * The terms of both losses as numbers, before their weights.
 *
 * @param real of the discriminator, on real images
 * @param fake of the discriminator, on re-aged images
 * @param r1 of the discriminator, half the squared slope
 * @param adversarial of the generator
 * @param reconstruction of the generator, mean absolute difference
 * @param cycle of the generator, mean absolute difference
 */
public record Losses(double real, double fake, double r1, double adversarial, double reconstruction, double cycle) {
    /** How many there are. */
    static final int COUNT = 6;

    /** No step yet. */
    static final Losses ZERO = new Losses(0, 0, 0, 0, 0, 0);

    static List<Operand<TFloat32>> fetches(TrainingGraph graph) {
        var discriminator = graph.discriminatorLoss();
        var generator = graph.generatorLoss();
        return List.of(
                discriminator.real(),
                discriminator.fake(),
                discriminator.r1(),
                generator.adversarial(),
                generator.reconstruction(),
                generator.cycle());
    }

    static Losses of(Result result) {
        double[] values = new double[COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((TFloat32) result.get(i)).getFloat();
        }
        return new Losses(values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    Losses plus(Losses other) {
        return new Losses(
                real + other.real,
                fake + other.fake,
                r1 + other.r1,
                adversarial + other.adversarial,
                reconstruction + other.reconstruction,
                cycle + other.cycle);
    }

    Losses over(long count) {
        double n = count;
        return new Losses(real / n, fake / n, r1 / n, adversarial / n, reconstruction / n, cycle / n);
    }

    boolean finite() {
        return Double.isFinite(real + fake + r1 + adversarial + reconstruction + cycle);
    }
}
