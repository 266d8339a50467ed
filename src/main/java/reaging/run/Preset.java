package reaging.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reaging.model.ModelConfig;
import reaging.model.Upsampling;

/**
 * The default configuration of networks and training under a preset's name.
 *
 * @param model configuration of the networks. The decoder doubles as in StarGAN v2 or, in the tiny presets, whose training is
 *     short, bilinearly, which then leaves fewer patterns (our choice). The tiny presets also have attention (our choice)
 * @param training the training settings that suit these networks
 */
public record Preset(ModelConfig model, TrainingConfig training) {
    private static final List<String> TINY = List.of("tiny-64", "tiny-32");
    private static final Map<String, Preset> PLAIN = plain();
    private static final Map<String, Preset> ALL = all();

    private static Map<String, Preset> plain() {
        Map<String, Preset> plain = new LinkedHashMap<>();
        add(plain, Upsampling.NEAREST, TrainingConfig.PAPER, List.of("canonical-256", "canonical-128", "canonical-64"));
        add(plain, Upsampling.NEAREST, TrainingConfig.PAPER, List.of("light-256", "light-128", "light-64"));
        add(plain, Upsampling.NEAREST, TrainingConfig.SMALL, List.of("small-128", "small-64"));
        add(plain, Upsampling.BILINEAR, TrainingConfig.QUICK, TINY);
        return plain;
    }

    private static void add(
            Map<String, Preset> plain, Upsampling upsampling, TrainingConfig training, List<String> names) {
        for (var name : names) {
            plain.put(name, new Preset(ModelConfig.preset(name).withUpsampling(upsampling), training));
        }
    }

    private static Map<String, Preset> all() {
        Map<String, Preset> all = new LinkedHashMap<>(PLAIN);
        for (var name : TINY) {
            var model = plain(name).model().withAttention(true);
            all.put(name, new Preset(model, TrainingConfig.QUICK_WITH_ATTENTION));
        }
        return all;
    }

    /**
     * Returns a preset; {@code canonical-256} is the paper's network.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists all
     */
    public static Preset of(String name) {
        return named(name, ALL);
    }

    /**
     * Returns a preset without attention and the settings that go with it: the paper's parts alone, to compare them with each
     * other or with other programs, and for weights that have none.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists all
     */
    public static Preset plain(String name) {
        return named(name, PLAIN);
    }

    private static Preset named(String name, Map<String, Preset> presets) {
        var preset = presets.get(name);
        // For an unknown name, ModelConfig.preset throws and lists all names.
        return preset == null ? new Preset(ModelConfig.preset(name), TrainingConfig.PAPER) : preset;
    }
}
