package reaging.run;

import java.util.List;
import java.util.regex.Pattern;
import reaging.model.ModelConfig;

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

    private static final Pattern OUTERMOST = Pattern.compile(
            "(?:(?:\\w+/identity_encoder|discriminator)/(?:from_rgb|block_0)|\\w+/decoder/(?:block_(\\d+)|norm|to_rgb))/.*");

    private WeightNames() {}

    /**
     * Whether the weight belongs to the layers that work on whole pixels: what sees or draws them, and the block between
     * them and half the size.
     *
     * @param model the sizes of the weight's network
     */
    public static boolean isOutermost(String name, ModelConfig model) {
        var found = OUTERMOST.matcher(name);
        // Blocks of the decoder are counted from within; the first two keep the size.
        return found.matches() && (found.group(1) == null || Integer.parseInt(found.group(1)) == model.levels() + 1);
    }

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
