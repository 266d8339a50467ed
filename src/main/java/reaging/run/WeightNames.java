package reaging.run;

import java.util.List;
import java.util.regex.Pattern;
import reaging.model.ModelConfig;

/** The prefixes of the names of a run's variables. */
public final class WeightNames {
    /** The generator in training. */
    public static final String GENERATOR = "generator";

    /** The averaged generator. */
    public static final String AVERAGED = "generator_ema";

    /** The discriminator. */
    public static final String DISCRIMINATOR = "discriminator";

    /** Adam's moments for both networks in training: {@code adam/<variable>/m} and {@code /v}. */
    public static final String MOMENTS = "adam";

    /** The networks. */
    public static final List<String> NETWORKS = List.of(GENERATOR, AVERAGED, DISCRIMINATOR);

    private static final Pattern OUTERMOST = Pattern.compile(
            "(?:(?:\\w+/identity_encoder|discriminator)/(?:from_rgb|block_0)|\\w+/decoder/(?:block_(\\d+)|norm|to_rgb|attention))/.*");

    private WeightNames() {}

    /**
     * Whether a weight belongs to the layers at full resolution: the first and last convolutions, and the blocks between full and
     * half resolution.
     *
     * @param model sizes of the weight's network
     */
    public static boolean isOutermost(String name, ModelConfig model) {
        var found = OUTERMOST.matcher(name);
        // The decoder's blocks are counted from the inside; the first two keep the size.
        return found.matches() && (found.group(1) == null || Integer.parseInt(found.group(1)) == model.levels() + 1);
    }

    /** Whether the weight belongs to the attention of a generator's decoder. */
    public static boolean isAttention(String name) {
        return name.startsWith("/decoder/attention/", network(name).length());
    }

    /** Returns the name of the same weight in the other generator. */
    public static String ofGenerator(String name, String network) {
        return network + name.substring(name.indexOf('/'));
    }

    /** Whether the weight is a running statistic, which optimizers leave alone. */
    public static boolean isStatistic(String name) {
        return name.endsWith("/moving_mean") || name.endsWith("/moving_variance");
    }

    /** Whether the weight is the kernel of a convolution or a dense layer, which multiplies its inputs. */
    public static boolean isKernel(String name) {
        return name.endsWith("/kernel");
    }

    /** Returns the first part of a name, which names the network. */
    public static String network(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }
}
