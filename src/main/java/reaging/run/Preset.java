package reaging.run;

import java.util.LinkedHashMap;
import java.util.Map;
import reaging.model.ModelConfig;
import reaging.model.Upsampling;

/**
 * The default configuration of networks and training under a preset's name.
 *
 * @param model configuration of the networks. The decoder doubles as in StarGAN v2 or, in the tiny presets, whose training is
 *     short, bilinearly, which then leaves fewer patterns (our choice)
 * @param training the training settings that suit these networks
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
     * Returns a preset; {@code canonical-256} is the paper's network.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists all
     */
    public static Preset of(String name) {
        var preset = ALL.get(name);
        // For an unknown name, ModelConfig.preset throws and lists all names.
        return preset == null ? new Preset(ModelConfig.preset(name), TrainingConfig.PAPER) : preset;
    }
}
