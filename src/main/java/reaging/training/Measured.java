package reaging.training;

import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * What a step gives as numbers.
 *
 * @param losses the terms of both losses
 * @param diversity how unlike each other the faces are that the generator makes, see {@link Diversity}
 */
record Measured(Losses losses, double diversity) {
    /** No step yet. */
    static final Measured ZERO = new Measured(Losses.ZERO, 0);

    static void fetch(Session.Runner runner, TrainingGraph graph) {
        Losses.fetches(graph).forEach(runner::fetch);
        runner.fetch(graph.diversity());
    }

    static Measured of(Result result) {
        return new Measured(Losses.of(result), ((TFloat32) result.get(Losses.COUNT)).getFloat());
    }

    Measured plus(Measured other) {
        return new Measured(losses.plus(other.losses), diversity + other.diversity);
    }

    Measured over(long count) {
        return new Measured(losses.over(count), diversity / count);
    }
}
