package reaging.app;

import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.model.ModelConfig;
import reaging.training.RunConfig;
import reaging.training.TrainingConfig;

/** The options that decide how a run goes. */
final class TrainingOptions {
    private static final String DEFAULT_PRESET = "tiny-64";

    @Option(
            names = "--data",
            defaultValue = FaceData.SYNTHETIC,
            description = "A folder of faces, laid out as data/README.md says, or \"synthetic\" (default).")
    private String data;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = "--preset",
            completionCandidates = Presets.class,
            description =
                    "Sizes of the networks: ${COMPLETION-CANDIDATES}; default tiny-64, or that of imported weights.")
    private String preset;

    @ArgGroup
    private Length length = new Length();

    @Option(names = "--batch", description = "Images in a step; the default depends on the preset.")
    private Integer batch;

    @Option(names = "--learning-rate", description = "Of both networks at first; the default depends on the preset.")
    private Float learningRate;

    @Option(names = "--r1", description = "Weight of the gradient penalty; the default depends on the preset.")
    private Float r1Weight;

    @Option(names = "--snapshot-kimg", description = "Thousands of images between sample grids and checkpoints.")
    private Double snapshotKimg;

    @Option(names = "--seed", defaultValue = "0", description = "Same seed, same first weights, batches and noise.")
    private long seed;

    /** How long to train; one of three. */
    static final class Length {
        @Option(names = "--kimg", description = "Length of the run in thousands of images.")
        private Double kimg;

        @Option(names = "--epochs", description = "Length of the run in passes over the data.")
        private Integer epochs;

        @Option(names = "--steps", description = "Length of the run in steps.")
        private Long steps;
    }

    /** The names of the presets, for the help text. */
    static final class Presets extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Presets() {
            super(ModelConfig.presetNames());
        }
    }

    /** The preset, if one was named. */
    Optional<String> preset() {
        return Optional.ofNullable(preset);
    }

    /** The run that the options ask for; its length may depend on the data. */
    RunConfig unresolved() {
        return unresolved(preset().orElse(DEFAULT_PRESET));
    }

    /** The same, with this preset. */
    RunConfig unresolved(String preset) {
        var model = ModelConfig.preset(preset);
        var chosen = TrainingConfig.forPreset(preset);
        var schedule =
                learningRate == null ? chosen.schedule() : chosen.schedule().withLearningRate(learningRate);
        var training = new TrainingConfig(
                seed,
                batch == null ? chosen.batch() : batch,
                schedule,
                chosen.adam(),
                r1Weight == null ? chosen.r1Weight() : r1Weight,
                chosen.cycleWeight(),
                snapshotKimg == null ? chosen.snapshotImages() : Math.round(snapshotKimg * 1000));
        return new RunConfig(data, format.format(), format.prune(), model, training);
    }

    RunConfig resolved(RunConfig config, int dataSetSize) {
        var training = config.training();
        var schedule = training.schedule();
        if (length.kimg != null) {
            schedule = schedule.ofImages(Math.round(length.kimg * 1000));
        } else if (length.steps != null) {
            schedule = schedule.ofImages(length.steps * training.batch());
        } else if (length.epochs != null) {
            schedule = schedule.ofEpochs(length.epochs, dataSetSize);
        }
        return new RunConfig(
                config.data(), config.format(), config.prune(), config.model(), training.withSchedule(schedule));
    }
}
