package reaging.run;

import java.util.LinkedHashMap;
import java.util.Map;
import reaging.model.ModelConfig;
import reaging.model.Upsampling;

/**
 * Sizes of the networks under a name, and the training that suits them unless somebody asks for another.
 *
 * @param model sizes of the networks, and how the decoder doubles: as in StarGAN v2 where training is long, bilinearly where it
 *     is short, as it then leaves fewer patterns (our choice)
 * @param training how they are trained
 */
public record Preset(ModelConfig model, TrainingConfig training) {
    private static final Map<String, Preset> ALL = all();

    private static Map<String, Preset> all() {
        Map<String, Preset> all = new LinkedHashMap<>();
        add(all, Upsampling.NEAREST, TrainingConfig.PAPER, "canonical-256", "canonical-128", "canonical-64");
        add(all, Upsampling.NEAREST, TrainingConfig.PAPER, "light-256", "light-128", "light-64");
        add(all, Upsampling.NEAREST, TrainingConfig.SMALL, "small-128", "small-64");
        add(all, Upsampling.BILINEAR, TrainingConfig.QUICK, "tiny-64", "tiny-32");
        return all;
    }

    private static void add(Map<String, Preset> all, Upsampling upsampling, TrainingConfig training, String... names) {
        for (var name : names) {
            all.put(name, new Preset(ModelConfig.preset(name).withUpsampling(upsampling), training));
        }
    }

    /**
     * The preset of that name; {@code canonical-256} is the paper's network.
     *
     * @throws IllegalArgumentException if there is none, with the names that there are
     */
    public static Preset of(String name) {
        var preset = ALL.get(name);
        // The sizes' own refusal names all presets.
        return preset == null ? new Preset(ModelConfig.preset(name), TrainingConfig.PAPER) : preset;
    }
}
