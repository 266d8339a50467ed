package reaging.ablation;

import java.util.EnumSet;
import java.util.Set;
import reaging.model.Part;
import reaging.run.RunConfig;

/** What a run is done without, to see what it is good for. */
public enum Ablation {
    /** The age code goes straight into the decoder's AdaIN. */
    MODULATOR,
    /** No mask and no flow of background features: the whole image is redrawn. */
    BACKGROUND,
    /** The cycle loss weighs nothing. */
    CYCLE,
    /** The reconstruction loss weighs nothing. */
    RECONSTRUCTION;

    /** The run without it. */
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
