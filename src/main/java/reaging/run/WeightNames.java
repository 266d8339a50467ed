package reaging.run;

import java.util.List;

/** What the names of a run's variables begin with. */
public final class WeightNames {
    /** The generator in training. */
    public static final String GENERATOR = "generator";

    /** The averaged generator. */
    public static final String AVERAGED = "generator_ema";

    /** The discriminator. */
    public static final String DISCRIMINATOR = "discriminator";

    /** Adam's moments of both networks in training: {@code adam/<variable>/m} and {@code /v}. */
    public static final String MOMENTS = "adam";

    /** The networks. */
    public static final List<String> NETWORKS = List.of(GENERATOR, AVERAGED, DISCRIMINATOR);

    private WeightNames() {}

    /** The same weight of the other generator. */
    public static String ofGenerator(String name, String network) {
        return network + name.substring(name.indexOf('/'));
    }

    /** Whether an optimizer leaves the weight alone. */
    public static boolean isStatistic(String name) {
        return name.endsWith("/moving_mean") || name.endsWith("/moving_variance");
    }

    /** What a name begins with. */
    public static String network(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }
}
