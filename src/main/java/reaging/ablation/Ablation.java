package reaging.ablation;

import java.util.EnumSet;
import java.util.Set;
import reaging.model.Part;
import reaging.run.RunConfig;

/** What an ablation leaves out of a run, to measure its contribution. */
public enum Ablation {
    /** The age modulator: the age code goes straight into the decoder's AdaIN. */
    MODULATOR,
    /** The mask and the background features: the whole image is redrawn. */
    BACKGROUND,
    /** The cycle loss, whose weight becomes 0. */
    CYCLE,
    /** The reconstruction loss, whose weight becomes 0. */
    RECONSTRUCTION;

    /** Returns the configuration of a run without this part. */
    public RunConfig of(RunConfig config) {
        var training = config.training();
        return switch (this) {
            case MODULATOR -> without(config, Part.MODULATOR);
            case BACKGROUND -> without(config, Part.BACKGROUND);
            case CYCLE -> config.withTraining(training.withCycleWeight(0));
            case RECONSTRUCTION ->
                config.withTraining(training.withSchedule(training.schedule().withReconstructionWeight(0)));
        };
    }

    private static RunConfig without(RunConfig config, Part part) {
        Set<Part> parts = EnumSet.of(part);
        parts.addAll(config.model().without());
        return config.withModel(config.model().without(parts));
    }
}
