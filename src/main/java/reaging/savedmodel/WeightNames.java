package reaging.savedmodel;

import java.util.List;

/** What the names of a run's variables begin with. */
final class WeightNames {
    /** The generator in training. */
    static final String GENERATOR = "generator";

    /** The averaged generator. */
    static final String AVERAGED = "generator_ema";

    /** The discriminator. */
    static final String DISCRIMINATOR = "discriminator";

    /** Adam's moments of both networks in training: {@code adam/<variable>/m} and {@code /v}. */
    static final String MOMENTS = "adam";

    /** The networks. */
    static final List<String> NETWORKS = List.of(GENERATOR, AVERAGED, DISCRIMINATOR);

    private WeightNames() {}

    /** The same weight of the other generator. */
    static String ofGenerator(String name, String network) {
        return network + name.substring(name.indexOf('/'));
    }

    /** Whether an optimizer leaves the weight alone. */
    static boolean isStatistic(String name) {
        return name.endsWith("/moving_mean") || name.endsWith("/moving_variance");
    }

    /** What a name begins with. */
    static String network(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }
}
